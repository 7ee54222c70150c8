import {describe, expect, test} from '@jest/globals'
import {addAttributes} from '../../bench/scale/attributes.ts'
import {reckon} from '../../bench/scale/reckon.ts'

const cost = {documents: 2, bytes: 10_000, sentBytes: 12_500, queries: 0.002}
const way = {addresses: 1, requestsPerSecond: 20, batchBytes: 500_000}

describe('reckon', () => {
  test('counts what a million stories send and keep', () => {
    expect(reckon(1_000_000, cost, way)).toEqual({
      documents: 2_000_000,
      bytes: 10_000_000_000,
      datasets: 1,
      mutations: 25_000,
      queries: 2_000,
      seconds: 1_350,
    })
  })

  test('asks for datasets by documents or by bytes, whichever is more', () => {
    expect(reckon(1_000_001, cost, way).datasets).toBe(2)
    expect(reckon(5_000_001, {...cost, bytes: 1}, way).datasets).toBe(2)
  })

  test('is quicker by as much as there are addresses', () => {
    const one = reckon(1_000_000, cost, way).seconds
    expect(reckon(1_000_000, cost, {...way, addresses: 4}).seconds).toBe(one / 4)
  })
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
