import fc from 'fast-check'

/** Mostly what is meant, now and then anything at all. */
const mostly = (meant: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc.oneof({weight: 30, arbitrary: meant}, {weight: 1, arbitrary: fc.jsonValue()})

const goodId = fc.constantFrom('a', 'b', 'new', 'drafts.a', 'drafts.b', 'versions.r.a')
const id = fc.oneof(
  {weight: 20, arbitrary: goodId},
  {weight: 1, arbitrary: fc.constantFrom('', '.', '-x', 'a..b', 'x.', '__proto__')},
)
const goodPath = fc.constantFrom(
  ...['title', 'list', 'list[0]', 'list[-1]', 'list[1:2]', 'list[:]', 'list[_key=="k"].n', '..n'],
  ...[
    "['a','b']",
    'deep.er.still',
    'list[n > 1]',
    'list[0, 2]',
    '_id',
    '_rev',
    '__proto__.x',
    'constructor',
  ],
)
const anyPath = fc.string({unit: fc.constantFrom(...'ab[].0:="\'@, -')})
const path = fc.oneof({weight: 10, arbitrary: goodPath}, {weight: 1, arbitrary: anyPath})
const number = fc.oneof(fc.integer(), fc.constantFrom(1e308, -0, 5e-324))
const textPatch = fc.constantFrom('@@ -1,1 +1,1 @@\n-A\n+B\n', '@@', '', '@@ -9 +9 @@\n%zz')
const insert = fc
  .tuple(
    fc.constantFrom('before', 'after', 'replace'),
    path,
    fc.array(fc.jsonValue(), {maxLength: 3}),
  )
  .map(([place, at, items]) => ({[place]: at, items}))

const operations = {
  set: mostly(fc.dictionary(path, fc.jsonValue(), {maxKeys: 2})),
  setIfMissing: mostly(fc.dictionary(path, fc.jsonValue(), {maxKeys: 2})),
  unset: mostly(fc.array(path, {maxLength: 2})),
  inc: mostly(fc.dictionary(path, number, {maxKeys: 2})),
  dec: mostly(fc.dictionary(path, number, {maxKeys: 2})),
  diffMatchPatch: mostly(fc.dictionary(path, textPatch, {maxKeys: 1})),
  insert: mostly(insert),
}
const patchById = fc.record({id: mostly(id), ...operations}, {requiredKeys: ['id']})
const query = fc.constantFrom('*', '*[_type == "page"]', '*[', 'now()', '{"_id": 1}')
const patchByQuery = fc.record({query, ...operations}, {requiredKeys: ['query']})
const content = {
  title: fc.string(),
  n: number,
  list: mostly(fc.array(fc.jsonValue())),
  to: fc.record({_ref: goodId}),
}
const document = fc.record(
  {_id: mostly(id), _type: mostly(fc.constantFrom('page', 'note')), ...content},
  {requiredKeys: ['_id', '_type']},
)
const kind = fc.constantFrom('create', 'createOrReplace', 'createIfNotExists')

export const mutations = fc.array(
  mostly(
    fc.oneof(
      fc.tuple(kind, document).map(([name, body]) => ({[name]: body})),
      patchById.map((patch) => ({patch})),
      patchByQuery.map((patch) => ({patch})),
      fc.record({id: mostly(id)}).map((body) => ({delete: body})),
    ),
  ),
  {minLength: 1, maxLength: 3},
)

const names = [
  ...['create', 'edit', 'publish', 'unpublish', 'delete', 'discard', 'replaceDraft'].map(
    (name) => `document.${name}`,
  ),
  ...['create', 'discard', 'replace', 'unpublish'].map((name) => `document.version.${name}`),
  ...['create', 'edit', 'publish', 'archive', 'unarchive', 'delete', 'schedule'].map(
    (name) => `release.${name}`,
  ),
  'unknown',
]

const drafts = ['drafts.a', 'drafts.b']
const versions = ['versions.r.a', 'versions.r.b']
/** An id by the one name or the other; both together are refused. */
const member = fc.oneof(
  fc.record({draftId: mostly(fc.constantFrom(...drafts, ...versions))}),
  fc.record({versionId: mostly(fc.constantFrom(...drafts, ...versions))}),
  fc.record({draftId: fc.constantFrom(...drafts), versionId: fc.constantFrom(...versions)}),
)

const fields = fc.record(
  {
    actionType: fc.constantFrom(...names.map((name) => `sanity.action.${name}`)),
    publishedId: mostly(fc.constantFrom('a', 'b')),
    baseId: mostly(fc.constantFrom('a', 'drafts.b')),
    releaseId: mostly(fc.constantFrom('r', 's', '../x')),
    attributes: mostly(document),
    document: fc.option(document, {nil: undefined}),
    includeDrafts: mostly(fc.array(goodId, {maxLength: 2})),
    patch: mostly(fc.record(operations, {requiredKeys: []})),
    metadata: fc.jsonValue(),
  },
  {requiredKeys: ['actionType', 'publishedId', 'releaseId']},
)

export const actions = fc.array(
  fc.tuple(fields, member).map(([action, ids]) => ({...action, ...ids})),
  {minLength: 1, maxLength: 3},
)
