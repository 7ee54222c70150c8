import {afterAll, beforeAll, describe, expect, test} from '@jest/globals'
import {type OpenLake, openLake} from '../../lake/index.ts'

let lake: OpenLake
beforeAll(async () => {
  lake = await openLake()
  await lake.load('production', [
    {_id: 'a', _type: 'page', to: {_ref: 'import.secret'}, draft: {_ref: 'drafts.b'}, title: 'A'},
    {_id: 'b', _type: 'page', title: 'B'},
    {_id: 'drafts.b', _type: 'page', title: 'hidden draft', to: {_ref: 'b'}},
    {_id: 'versions.r1.b', _type: 'page', title: 'hidden version', to: {_ref: 'b'}},
    {_id: 'import.secret', _type: 'record', title: 'hidden record', to: {_ref: 'b'}},
  ])
})
afterAll(() => lake.close())

async function get(path: string, headers: Record<string, string> = {}) {
  const response = await fetch(`${lake.url}${path}`, {headers})
  return {status: response.status, text: await response.text()}
}

const query = (groq: string, perspective: string) =>
  get(
    `/v2025-02-19/data/query/production?perspective=${perspective}&query=${encodeURIComponent(groq)}`,
  )

describe('readers without a token', () => {
  const questions = [
    '*',
    '*{..., to->, draft->}',
    '*[_id in path("**")]',
    '*[_id == "drafts.b"]',
    '*[_id in ["drafts.b", "versions.r1.b", "import.secret"]]',
    '*[references("b")]',
    '*[_type == "record"]',
    '*[sanity::versionOf("b")]',
    '*[sanity::partOfRelease("r1")]',
    '*[@ match text::query("hidden")]',
    '*[text::query("hidden")]',
    '*[title match "hidden*"]',
    '[documents::get("import.secret"), documents::get({"_ref": "drafts.b"})]',
    '*[_id == "b"]{"in": *[references(^._id)]}',
  ]

  for (const perspective of ['raw', 'published', 'drafts', 'previewDrafts', 'r1', 'r1,drafts']) {
    test.each(questions)(`see nothing hidden in ${perspective}: %s`, async (groq) => {
      const {status, text} = await query(groq, perspective)
      expect(status).toBe(200)
      const {result} = JSON.parse(text)
      expect(JSON.stringify(result)).not.toMatch(
        /hidden|import\.secret"[^}]*_type|drafts\.b"[^}]*_type/,
      )
    })
  }

  test.each(['drafts', 'previewDrafts', 'r1', 'r1,drafts'])(
    'see what is published in %s, whatever drafts and versions it has',
    async (perspective) => {
      const {text} = await query('*._id', perspective)
      expect(JSON.parse(text).result).toEqual(['a', 'b'])
    },
  )

  test('cannot tell a hidden document from none', async () => {
    const {text} = await get('/v1/data/doc/production/drafts.b,drafts.none')
    expect(JSON.parse(text).omitted).toEqual([
      {id: 'drafts.b', reason: 'permission'},
      {id: 'drafts.none', reason: 'permission'},
    ])
  })

  test('count nothing hidden', async () => {
    const groq =
      '[count(*), count(*[references("b")]), *[_id == "b"][0]{"n": documents::incomingRefCount()}.n]'
    expect(JSON.parse((await query(groq, 'raw')).text).result).toEqual([2, 0, 0])
  })

  test('do not get hidden documents by id, nor who refers to what', async () => {
    const {text} = await get('/v1/data/doc/production/b,drafts.b,import.secret')
    expect(JSON.parse(text)).toMatchObject({
      documents: [{_id: 'b'}],
      omitted: [
        {id: 'drafts.b', reason: 'permission'},
        {id: 'import.secret', reason: 'permission'},
      ],
    })
    const {text: referrers} = await get('/v1/data/references/production/documents/b/to')
    expect(JSON.parse(referrers).totalCount).toBe(0)
  })

  test('do not get hidden documents from the export', async () => {
    const {text} = await get('/v1/data/export/production')
    expect(text).not.toContain('hidden')
  })

  test('see nothing of a private dataset', async () => {
    const headers = {authorization: `Bearer ${lake.token}`, 'content-type': 'application/json'}
    const address = `${lake.url}/v1/projects/local/datasets/closed`
    const made = await fetch(address, {method: 'PUT', headers, body: '{"aclMode":"private"}'})
    expect(made.status).toBe(200)
    for (const path of [
      'query/closed?query=*',
      'doc/closed/a',
      'listen/closed?query=*',
      'export/closed',
    ]) {
      expect((await get(`/v1/data/${path}`)).status).toBe(401)
    }
    expect((await get('/v1/data/query/closed?query=*', headers)).status).toBe(200)
  })
})

test('who may read a dataset stays as it is until that is named', async () => {
  const address = `${lake.url}/v1/datasets/kept`
  const send = async (method: string, body: object) => {
    const headers = {authorization: `Bearer ${lake.token}`, 'content-type': 'application/json'}
    return (await fetch(address, {method, headers, body: JSON.stringify(body)})).status
  }
  expect(await send('PUT', {aclMode: 'private'})).toBe(200)
  expect(await send('PATCH', {})).toBe(200)
  expect(await send('PATCH', {aclMode: 'Public'})).toBe(400)
  expect((await get('/v1/data/query/kept?query=*')).status).toBe(401)
  expect((await get('/v1/datasets')).text).not.toContain('kept')
})

describe('the guard', () => {
  test('a wrong token is refused, not taken for none', async () => {
    const {status} = await get('/v1/data/query/production?query=*', {authorization: 'Bearer no'})
    expect(status).toBe(401)
  })

  test.each(['null', 'https://example.com', 'http://localhost.example.com', 'file://'])(
    'pages of %s are turned away',
    async (origin) => {
      expect((await get('/v1/ping', {origin})).status).toBe(403)
    },
  )

  test.each([
    'http://localhost:3000',
    'http://s1.localhost:3333',
    'http://127.0.0.1',
    'https://[::1]:1',
  ])('pages of %s may read', async (origin) => {
    const response = await fetch(`${lake.url}/v1/ping`, {headers: {origin}})
    expect(response.headers.get('access-control-allow-origin')).toBe(origin)
    expect(response.headers.get('access-control-allow-credentials')).toBe('true')
  })
})
