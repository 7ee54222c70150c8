import {gzipSync} from 'node:zlib'
import {afterAll, beforeAll, describe, expect, test} from '@jest/globals'
import {type OpenLake, openLake} from '../../lake/index.ts'

let lake: OpenLake
beforeAll(async () => {
  lake = await openLake()
  await lake.load('production', [
    {_id: 'a', _type: 'page', to: {_ref: '\u00000\u0000a'}},
    {_id: 'drafts.a', _type: 'page'},
  ])
})
afterAll(() => lake.close())

async function send(method: string, path: string, init: {body?: Buffer; encoding?: string} = {}) {
  const headers = {
    authorization: `Bearer ${lake.token}`,
    ...(init.encoding && {'content-encoding': init.encoding}),
  }
  const body = init.body && new Uint8Array(init.body)
  const response = await fetch(`${lake.url}/v2025-02-19${path}`, {method, headers, body})
  return {status: response.status, text: await response.text()}
}

const ask = (query: string, search = '') =>
  send('GET', `/data/query/production?query=${encodeURIComponent(query)}${search}`)

describe('bodies', () => {
  const mutations = Buffer.from('{"mutations":[{"createOrReplace":{"_id":"x","_type":"é"}}]}')

  test('are UTF-8 to the last byte', async () => {
    const latin = Buffer.from(mutations.toString('utf8'), 'latin1')
    for (const path of ['/data/mutate/production', '/data/query/production']) {
      expect(await send('POST', path, {body: latin})).toMatchObject({status: 400})
    }
    expect((await send('POST', '/data/mutate/production', {body: mutations})).status).toBe(200)
  })

  test.each(['/data/mutate/production', '/assets/files/production'])(
    'are sent as they are to %s',
    async (path) => {
      const packed = {body: gzipSync(mutations), encoding: 'gzip'}
      const refused = await send('POST', path, packed)
      expect(refused).toMatchObject({status: 415, text: expect.stringContaining('gzip')})
      const plain = await send('POST', path, {body: mutations, encoding: 'identity'})
      expect(plain.status).toBe(200)
    },
  )
})

test('a dataset is made without a body', async () => {
  expect(await send('PUT', '/datasets/bare')).toMatchObject({status: 200})
  expect(await send('PUT', '/datasets/bare')).toMatchObject({
    status: 409,
    text: expect.stringContaining('"Conflict"'),
  })
  expect((await send('PATCH', '/datasets/bare', {body: Buffer.from('[]')})).status).toBe(400)
})

describe('addresses', () => {
  test.each(['raw,drafts', 'r1,raw', '', ','])('a perspective is not %j', async (perspective) => {
    const {status} = await ask('*', `&perspective=${encodeURIComponent(perspective)}`)
    expect(status).toBe(400)
  })

  test('the old name for drafts stands in lists, too', async () => {
    const {text} = await ask('*[_id == "a"]._originalId', '&perspective=r1,previewDrafts')
    expect(JSON.parse(text).result).toEqual(['drafts.a'])
  })

  test.each([
    '/data/export/production?nextCursor=99999999999999999999',
    '/data/history/production/events/documents/a?nextCursor=99999999999999999999',
  ])('a cursor that was never given is refused: %s', async (path) => {
    expect((await send('GET', path)).status).toBe(400)
  })
})

test('references of anyone’s making lead to documents alone', async () => {
  const query =
    '{"slots": ["a" match "A", "b" match text::query("b")], "made": {"_ref": "\\u00000\\u0000x"}->, "kept": *[_id == "a"][0].to->}'
  const {result} = JSON.parse((await ask(query, '&perspective=raw')).text)
  expect(result).toMatchObject({made: null, kept: null})
})
