import {request as httpRequest} from 'node:http'
import {afterAll, beforeAll, describe, expect, test} from '@jest/globals'
import fc from 'fast-check'
import {type OpenLake, openLake} from '../../lake/index.ts'

const requestMsMax = 5_000
const faults: unknown[] = []
let lake: OpenLake
beforeAll(async () => {
  lake = await openLake({onError: (error) => faults.push(error)})
  await lake.load('production', [
    {_id: 'a', _type: 'page', title: 'A', list: [{_key: 'k', n: 1}, 2, null], slug: {current: 'a'}},
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

async function holds(status: number): Promise<void> {
  expect(faults).toEqual([])
  expect([status, status >= 200 && status < 500]).toEqual([status, true])
}

const id = fc.constantFrom('a', 'b', 'new', 'drafts.a', 'versions.r.a', '', '.', '-x', 'a..b', 'x.')
const path = fc.oneof(
  fc.constantFrom(
    'title',
    'list[0]',
    'list[_key=="k"].n',
    'list[-1]',
    '..n',
    "['a','b']",
    'list[:]',
    '_id',
    '_rev',
  ),
  fc.string({
    unit: fc.constantFrom('a', 'list', '[', ']', '.', '0', ':', '=', '"', "'", '@', ',', ' ', '-'),
  }),
)
const json = fc.jsonValue() as fc.Arbitrary<unknown>
const place = fc.constantFrom('before', 'after', 'replace')
const patch = fc.record(
  {
    id: fc.oneof(id, json),
    query: fc.constantFrom('*', '*[_type == "page"]', '*[', 'now()', '{"_id": 1}'),
    set: fc.oneof(fc.dictionary(path, json), json),
    setIfMissing: fc.dictionary(path, json),
    unset: fc.oneof(fc.array(path), json),
    inc: fc.dictionary(path, fc.oneof(fc.double(), json)),
    diffMatchPatch: fc.dictionary(
      path,
      fc.constantFrom('@@ -1,1 +1,1 @@\n-A\n+B\n', '@@', '', '@@ -9 +9 @@\n%zz'),
    ),
    insert: fc.oneof(
      fc.tuple(place, path, fc.array(json)).map(([where, at, items]) => ({[where]: at, items})),
      json,
    ),
    ifRevisionID: fc.oneof(fc.string(), json),
  },
  {requiredKeys: []},
)
const document = fc.record(
  {_id: fc.oneof(id, json), _type: fc.oneof(fc.constant('page'), json), x: json},
  {requiredKeys: []},
)
const mutation = fc.oneof(
  fc
    .tuple(fc.constantFrom('create', 'createOrReplace', 'createIfNotExists'), document)
    .map(([kind, body]) => ({[kind]: body})),
  patch.map((body) => ({patch: body})),
  fc.record({id: fc.oneof(id, json)}).map((body) => ({delete: body})),
  json,
)

const actionTypes = [
  ...['create', 'edit', 'publish', 'unpublish', 'delete', 'discard', 'replaceDraft'],
  ...['version.create', 'version.discard', 'version.replace', 'version.unpublish'],
].map((name) => `document.${name}`)
const releaseTypes = [
  'create',
  'edit',
  'publish',
  'archive',
  'unarchive',
  'delete',
  'schedule',
].map((name) => `release.${name}`)
const action = fc.record(
  {
    actionType: fc
      .constantFrom(...actionTypes, ...releaseTypes, 'x')
      .map((name) => `sanity.action.${name}`),
    publishedId: fc.oneof(id, json),
    draftId: fc.oneof(id, json),
    versionId: id,
    baseId: id,
    releaseId: fc.constantFrom('r', 's', '', '../x'),
    attributes: fc.oneof(document, json),
    document: fc.oneof(document, json),
    includeDrafts: fc.oneof(fc.array(id), json),
    patch: fc.oneof(patch, json),
    metadata: json,
  },
  {requiredKeys: ['actionType']},
)

const piece = fc.constantFrom(
  ...[
    '*',
    '[',
    ']',
    '{',
    '}',
    '(',
    ')',
    '->',
    '.',
    ',',
    '|',
    ':',
    '"',
    "'",
    '\\',
    '$p',
    '$q',
    '@',
    '^',
    '...',
  ],
  ...[
    '_id',
    '_type == "page"',
    'title match "a*"',
    'references("a")',
    'references(^._id)',
    'order(_id)',
    'score(title match "A")',
  ],
  ...[
    'in',
    '&&',
    '||',
    '!',
    '== null',
    '0',
    '-1',
    '0..3',
    'count(*)',
    'now()',
    'text::query("A")',
    'pt::text(body)',
  ],
  ...[
    'path("a.**")',
    'select(true => 1)',
    'coalesce(null, 2)',
    'documents::get("a")',
    'geo::distance(1, 2)',
    'fn x::y($z) = $z{a};',
  ],
  ...[
    'diff::changedAny({}, {}, a)',
    'anywhere(true)',
    'string::split("a", "")',
    'array::unique(list)',
    '* ** 2',
    '//',
    '\0',
  ],
)

const runs = {numRuns: 250}

describe('whatever is sent, the lake neither fails nor hangs', () => {
  test('as mutations', () => {
    const body = fc.oneof(
      fc.array(mutation).map((mutations) => ({mutations})),
      json,
    )
    return fc.assert(
      fc.asyncProperty(body, async (sent) => {
        await holds(await send('POST', '/v1/data/mutate/production', JSON.stringify(sent)))
      }),
      runs,
    )
  })

  test('as actions', () =>
    fc.assert(
      fc.asyncProperty(fc.array(action, {maxLength: 4}), async (actions) => {
        await holds(await send('POST', '/v1/data/actions/production', JSON.stringify({actions})))
      }),
      runs,
    ))

  test('as queries and listeners', () => {
    const query = fc.array(piece, {maxLength: 12}).map((pieces) => pieces.join(' '))
    return fc.assert(
      fc.asyncProperty(
        query,
        fc.constantFrom('raw', 'published', 'drafts', 'r', 'x,y', '%', ''),
        async (groq, perspective) => {
          const search = new URLSearchParams({query: groq, $p: '"a"', perspective})
          await holds(await send('GET', `/v2025-02-19/data/query/production?${search}`))
          await holds(await send('GET', `/v2025-02-19/data/listen/production?${search}`))
        },
      ),
      runs,
    )
  })

  test('as paths and bodies that are no JSON', () => {
    const part = fc.constantFrom(
      'v1',
      'vX',
      'data',
      'doc',
      'query',
      'production',
      'projects',
      'local',
      'datasets',
      'users',
      'me',
      'keyvalue',
      'acl',
      '..',
      '%2e%2e',
      '%',
      '%00',
      'ü',
      'images',
      'a'.repeat(300),
      'history',
      'transactions',
      'export',
      'assets',
    )
    const target = fc
      .array(part, {maxLength: 7})
      .map((parts) => encodeURI(`/${parts.join('/')}`).replaceAll('%25', '%'))
    const method = fc.constantFrom('GET', 'POST', 'PUT', 'PATCH', 'HEAD', 'OPTIONS')
    return fc.assert(
      fc.asyncProperty(method, target, fc.string(), async (verb, address, body) => {
        await holds(await send(verb, address, verb === 'GET' || verb === 'HEAD' ? undefined : body))
      }),
      runs,
    )
  })
})
