import {afterAll, beforeAll, describe, expect, test} from '@jest/globals'
import {depthMax} from '../../lake/flaw.ts'
import {type OpenLake, openLake} from '../../lake/index.ts'
import {referencesIn} from '../../lake/references.ts'

const faults: unknown[] = []
let lake: OpenLake
beforeAll(async () => {
  lake = await openLake({onError: (error) => faults.push(error)})
})
afterAll(() => lake.close())

/** The text of a value that nests so deep. */
const nested = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`

async function send(method: string, path: string, body: string) {
  const headers = {authorization: `Bearer ${lake.token}`}
  const response = await fetch(`${lake.url}/v2025-02-19${path}`, {method, headers, body})
  return {status: response.status, text: await response.text()}
}

describe('what nests too deep is refused', () => {
  const deep = nested(100_000)
  test.each([
    ['POST', '/data/mutate/production', `{"mutations":[{"create":{"_type":"a","x":${deep}}}]}`],
    ['POST', '/data/mutate/production', `{"mutations":[{"create":${deep}}]}`],
    ['POST', '/data/mutate/production', `{"mutations":${deep}}`],
    [
      'POST',
      '/data/actions/production',
      `{"actions":[{"actionType":"sanity.action.document.create","publishedId":"a","attributes":{"_type":"a","x":${deep}}}]}`,
    ],
    ['POST', '/data/query/production', `{"query":"$x","params":{"x":${deep}}}`],
    ['PUT', '/users/me/keyvalue', `[{"key":"a","value":${deep}}]`],
    [
      'PUT',
      '/projects/local/datasets/production/schemas',
      `{"schemas":[{"workspace":{"name":"a"},"schema":${deep}}]}`,
    ],
  ])('%s %s %#', async (method, path, body) => {
    expect(await send(method, path, body)).toMatchObject({status: 400})
    expect(faults).toEqual([])
  })

  test('also without an id, and in what is loaded', async () => {
    const x = JSON.parse(nested(depthMax))
    const mutations = [{create: {_type: 'a', x}}]
    const {status} = await send('POST', '/data/mutate/production', JSON.stringify({mutations}))
    expect(status).toBe(400)
    const load = lake.load('production', [{_id: 'a', _type: 'a', x}])
    await expect(load).rejects.toThrow('document "a" has nesting deeper than 200')
  })
})

test('references are found at any depth, in their order', () => {
  let value: unknown = {_ref: 'deep'}
  for (let level = 0; level < 50_000; level++) value = {value}
  const found = referencesIn([{_ref: 'a', _weak: true}, {x: [{_ref: 'b'}]}, value, {_ref: 'c'}])
  expect(found.map(({target, weak}) => [target, weak])).toEqual([
    ['a', true],
    ['b', false],
    ['deep', false],
    ['c', false],
  ])
})
