import {describe, expect, test} from '@jest/globals'
import {addAttributes} from '../../bench/scale/attributes.ts'
import {addressesWithin, reckon} from '../../bench/scale/reckon.ts'

const cost = {documents: 2, bytes: 10_000, sentBytes: 12_500}
const way = {
  ...{shards: 4, requestsEach: 10, addresses: 1, requestsPerSecond: 20},
  ...{batchBytes: 500_000, storiesPerSecond: 1_000},
}

describe('reckon', () => {
  test('counts what a million stories send and keep', () => {
    expect(reckon(1_000_000, cost, way)).toEqual({
      documents: 2_000_000,
      bytes: 10_000_000_000,
      datasets: 1,
      requests: 25_040,
      seconds: {own: 1_000, sending: 1_252},
    })
  })

  test('asks for datasets by documents or by bytes, whichever is more', () => {
    expect(reckon(1_000_001, cost, way).datasets).toBe(2)
    expect(reckon(5_000_001, {...cost, bytes: 1}, way).datasets).toBe(2)
  })

  test('has shards of every dataset ask', () => {
    expect(reckon(2_000_000, cost, way).requests).toBe(50_080)
  })

  test('is quicker by as much as there are addresses', () => {
    const {seconds} = reckon(1_000_000, cost, {...way, addresses: 4})
    expect(seconds).toEqual({own: 250, sending: 313})
  })
})

test('as many addresses are needed as bring all stories in time', () => {
  expect(addressesWithin(2_252, 1_000_000, {cost, way})).toBe(1)
  expect(addressesWithin(2_251, 1_000_000, {cost, way})).toBe(2)
})

test('attributes are paths with their types, whatever the document', () => {
  const found = new Set<string>()
  addAttributes(found, {a: 1, b: {c: 'x'}})
  addAttributes(found, {a: 1.5, b: {c: 'y'}, tags: ['p', 'q', 3], blocks: [{text: 'z'}]})
  expect([...found].sort()).toEqual([
    'a float',
    'a integer',
    'b object',
    'b.c string',
    'blocks array',
    'blocks[] object',
    'blocks[].text string',
    'tags array',
    'tags[] integer',
    'tags[] string',
  ])
})
