import {describe, expect, test} from '@jest/globals'
import {patientReads} from '../../studio/patientReads.ts'

const query = 'http://localhost:3333/v2025-02-19/data/query/production?query=*'
const mutate = 'http://localhost:3333/v2025-02-19/data/mutate/production'
const listen = 'http://localhost:3333/v2025-02-19/data/listen/production?query=*'

/** A lake that is away for so many requests. */
function lakeAway(times: number) {
  let asked = 0
  const fetch = async () => {
    asked++
    if (asked <= times) throw new TypeError('Failed to fetch')
    return new Response('{}')
  }
  return {fetch: patientReads(fetch, async () => undefined), asked: () => asked}
}

describe('while the lake is away', () => {
  test.each([
    ['a query', query, {}],
    ['a query that is posted', query, {method: 'POST', body: '{}'}],
    ['a document', 'http://localhost:3333/v1/data/doc/production/a', {method: 'get'}],
  ])('%s waits for it', async (_, address, init) => {
    const {fetch, asked} = lakeAway(3)
    expect((await fetch(address, init)).ok).toBe(true)
    expect(asked()).toBe(4)
  })

  test.each([
    ['a write', mutate, {method: 'POST', body: '{}'}],
    ['a stream', listen, {}],
  ])('%s fails at once', async (_, address, init) => {
    const {fetch, asked} = lakeAway(1)
    await expect(fetch(address, init)).rejects.toThrow('Failed to fetch')
    expect(asked()).toBe(1)
  })

  test('a read that nobody wants any more ends', async () => {
    const nobody = new AbortController()
    let asked = 0
    const away = async () => {
      asked++
      throw new TypeError('Failed to fetch')
    }
    const fetch = patientReads(away, async () => nobody.abort())
    await expect(fetch(query, {signal: nobody.signal})).rejects.toThrow('aborted')
    expect(asked).toBe(1)
  })

  test('a read fails where the lake does not come back', async () => {
    const {fetch} = lakeAway(Number.POSITIVE_INFINITY)
    await expect(fetch(query)).rejects.toThrow('Failed to fetch')
  })
})
