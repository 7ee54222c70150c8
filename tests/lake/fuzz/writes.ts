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
  // Most actions need something to act on.
  ...['document.create', 'document.create', 'document.create', 'release.create'],
]

/** Ids of one document that belong together; an action that mixes them is refused. */
const idsOf = (base: string) => {
  const member = fc.constantFrom(`drafts.${base}`, `drafts.${base}`, `versions.r.${base}`)
  return fc
    .tuple(
      mostly(fc.constant(base)),
      fc.oneof(
        {weight: 9, arbitrary: fc.record({draftId: mostly(member)})},
        {weight: 9, arbitrary: fc.record({versionId: mostly(member)})},
        {weight: 1, arbitrary: fc.record({draftId: member, versionId: member})},
      ),
      fc.record(
        {attributes: mostly(owned(member)), document: owned(member)},
        {requiredKeys: ['attributes']},
      ),
    )
    .map(([publishedId, members, documents]) => ({publishedId, ...members, ...documents}))
}

const owned = (member: fc.Arbitrary<string>) =>
  fc.record(
    {_id: mostly(member), _type: fc.constant('page'), ...content},
    {requiredKeys: ['_id', '_type']},
  )

const fields = fc.record(
  {
    actionType: fc.constantFrom(...names.map((name) => `sanity.action.${name}`)),
    baseId: mostly(fc.constantFrom('a', 'drafts.b')),
    releaseId: mostly(fc.constantFrom('r', 's', '../x')),
    includeDrafts: mostly(fc.array(goodId, {maxLength: 2})),
    patch: mostly(fc.record(operations, {requiredKeys: []})),
    metadata: fc.jsonValue(),
    ifExists: mostly(fc.constantFrom('fail', 'ignore', 'ignore')),
  },
  {requiredKeys: ['actionType', 'releaseId', 'ifExists']},
)

export const actions = fc.array(
  fc
    .tuple(fields, fc.constantFrom('a', 'b', 'c').chain(idsOf))
    .map(([action, ids]) => ({...ids, ...action})),
  {minLength: 1, maxLength: 2},
)
