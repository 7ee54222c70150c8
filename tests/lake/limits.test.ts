import {afterEach, describe, expect, test} from '@jest/globals'
import {type OpenLake, openLake} from '../../lake/index.ts'

let lake: OpenLake | undefined
afterEach(() => lake?.close())

const create = ({url, token}: OpenLake, id: string) =>
  fetch(`${url}/v1/data/mutate/production`, {
    method: 'POST',
    headers: {authorization: `Bearer ${token}`},
    body: JSON.stringify({mutations: [{createOrReplace: {_id: id, _type: 'note'}}]}),
  })

describe('hosted limits', () => {
  test('the 26th mutation of a second is told to come back', async () => {
    let now = Date.parse('2026-01-01T00:00:00Z')
    let ids = 0
    const clock = {now: () => new Date(now), newId: () => `id${++ids}`}
    lake = await openLake({limits: 'hosted', clock})
    const statuses: number[] = []
    for (let n = 0; n < 25; n++) statuses.push((await create(lake, 'a')).status)
    expect(new Set(statuses)).toEqual(new Set([200]))
    const refused = await create(lake, 'a')
    expect(refused.status).toBe(429)
    expect(refused.headers.get('retry-after')).toBe('1')
    expect(refused.headers.get('ratelimit-limit')).toBe('25')
    now += 1000
    expect((await create(lake, 'a')).status).toBe(200)
  })
})

describe('limits of the lake itself', () => {
  test('a body over the limit is refused', async () => {
    lake = await openLake()
    const response = await fetch(`${lake.url}/v1/data/mutate/production`, {
      method: 'POST',
      headers: {authorization: `Bearer ${lake.token}`},
      body: JSON.stringify({mutations: [{create: {_type: 'note', text: 'x'.repeat(4_000_000)}}]}),
    })
    expect(response.status).toBe(413)
  })
})

describe('injected faults', () => {
  const outcomes = async (seed: number): Promise<(number | 'dropped')[]> => {
    const opened = await openLake({faults: seed})
    const list: (number | 'dropped')[] = []
    for (let n = 0; n < 40; n++) {
      list.push(
        await create(opened, 'a').then(
          ({status}) => status,
          () => 'dropped' as const,
        ),
      )
    }
    await opened.close()
    return list
  }

  test('a seed decides them', async () => {
    const first = await outcomes(7)
    expect(await outcomes(7)).toEqual(first)
    expect(new Set(first).size).toBeGreaterThan(2)
    expect(await outcomes(8)).not.toEqual(first)
  })
})
