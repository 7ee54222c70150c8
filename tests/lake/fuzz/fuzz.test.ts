import {request as httpRequest} from 'node:http'
import {afterAll, beforeAll, describe, expect, test} from '@jest/globals'
import fc from 'fast-check'
import {type OpenLake, openLake} from '../../../lake/index.ts'
import {queries} from './queries.ts'
import {actions, mutations} from './writes.ts'

const requestMsMax = 5_000
const runs = {numRuns: Number(process.env.FUZZ_RUNS ?? 200)}
const faults: unknown[] = []
let lake: OpenLake
beforeAll(async () => {
  lake = await openLake({onError: (error) => faults.push(error)})
  await lake.load('production', [
    {
      _id: 'a',
      _type: 'page',
      title: 'A',
      list: [{_key: 'k', n: 1}, 2, null],
      slug: {current: 'a'},
    },
    {_id: 'b', _type: 'page', to: {_ref: 'a'}, body: [{_type: 'block', children: []}]},
  ])
})
afterAll(() => lake.close())

/** Sends a request as it is, without what fetch puts right, and answers its status. */
function send(method: string, path: string, body?: string): Promise<number> {
  const {hostname, port} = new URL(lake.url)
  const headers = {authorization: `Bearer ${lake.token}`}
  return new Promise((resolve, reject) => {
    const options = {hostname, port, method, path, headers, timeout: requestMsMax}
    const sent = httpRequest(options, (response) => {
      resolve(response.statusCode ?? 0)
      response.destroy()
    })
    sent.once('timeout', () => reject(new Error(`No answer within ${requestMsMax} ms`)))
    sent.once('error', reject)
    sent.end(body)
  })
}

const statuses = new Map<number, number>()

function holds(status: number): void {
  statuses.set(status, (statuses.get(status) ?? 0) + 1)
  expect(faults).toEqual([])
  expect([status, status >= 200 && status < 500]).toEqual([status, true])
}

/** A generator whose requests are all refused would test nothing but the refusal. */
function expectSuccesses(share: number): void {
  const all = [...statuses.values()].reduce((sum, count) => sum + count, 0)
  expect((statuses.get(200) ?? 0) / all).toBeGreaterThan(share)
  statuses.clear()
}

describe('whatever is sent, the lake neither fails nor hangs', () => {
  test('as mutations', async () => {
    const write = async (sent: unknown) =>
      holds(await send('POST', '/v1/data/mutate/production', JSON.stringify({mutations: sent})))
    await fc.assert(fc.asyncProperty(mutations, write), runs)
    expectSuccesses(0.05)
  })

  test('as actions', async () => {
    const act = async (sent: unknown) =>
      holds(await send('POST', '/v1/data/actions/production', JSON.stringify({actions: sent})))
    await fc.assert(fc.asyncProperty(actions, act), runs)
    expectSuccesses(0.02)
  })

  test('as queries and listeners', async () => {
    const perspectives = fc.constantFrom('raw', 'published', 'drafts', 'r', 'x,y', '%', '')
    const ask = async (query: string, perspective: string) => {
      const search = new URLSearchParams({query, perspective, $p: '"a"', $list: '["a", 1]'})
      holds(await send('GET', `/v2025-02-19/data/query/production?${search}`))
      holds(await send('GET', `/v2025-02-19/data/listen/production?${search}`))
    }
    await fc.assert(fc.asyncProperty(queries, perspectives, ask), runs)
    expectSuccesses(0.3)
  })

  test('as paths and bodies that are no JSON', async () => {
    const part = fc.constantFrom(
      ...['v1', 'vX', 'data', 'doc', 'query', 'production', 'projects', 'local', 'datasets'],
      ...[
        'users',
        'me',
        'keyvalue',
        'acl',
        'images',
        'history',
        'transactions',
        'export',
        'assets',
      ],
      ...['..', '%2e%2e', '%', '%00', '%C3%BC', 'a'.repeat(300), ''],
    )
    const path = fc.array(part, {maxLength: 7}).map((parts) => `/${parts.join('/')}`)
    const method = fc.constantFrom('GET', 'POST', 'PUT', 'PATCH', 'HEAD', 'OPTIONS')
    const body = fc.oneof(fc.string(), fc.json())
    const request = async (verb: string, address: string, sent: string) =>
      holds(await send(verb, address, verb === 'GET' || verb === 'HEAD' ? undefined : sent))
    await fc.assert(fc.asyncProperty(method, path, body, request), runs)
  })
})
