import type {ContractCase} from '../case.ts'

const note = {_id: 'a', _type: 'note', text: 'A', list: ['x', 2], none: null}
const invalid = {status: 400, type: 'validationError', index: 0}

const refusedPatch = (name: string, patch: Record<string, unknown>): ContractCase => ({
  name,
  given: [{...note, _createdAt: '2020-01-01T00:00:00Z'}],
  mutations: [{patch: {id: 'a', ...patch}}],
  leaves: [note],
  refused: invalid,
})

const withPrototype = (): Record<string, unknown> => JSON.parse('{"__proto__": {"b": 1}}')

/** What could only be kept as something else is refused. */
export const values: ContractCase[] = [
  refusedPatch('inc of what is not there', {inc: {missing: 1}}),
  refusedPatch('inc of a text', {inc: {text: 1}}),
  refusedPatch('inc of null', {inc: {none: 1}}),
  refusedPatch('inc of several of which one is no number', {inc: {'list[0:2]': 1}}),
  refusedPatch('dec of what is not there', {dec: {'list[7]': 1}}),
  refusedPatch('inc beyond the largest number', {
    set: {'list[1]': 1e308},
    inc: {'list[1]': Number.MAX_VALUE},
  }),
  refusedPatch('diffMatchPatch of a number', {
    diffMatchPatch: {'list[1]': '@@ -1 +1 @@\n-2\n+3\n'},
  }),
  refusedPatch('set of a time of creation that is none', {set: {_createdAt: 5}}),
  refusedPatch('unset of the time of creation', {unset: ['_createdAt']}),
  refusedPatch('set of a field that means the prototype', {set: {a: withPrototype()}}),
  {
    name: 'setIfMissing makes what inc needs',
    given: [note],
    mutations: [{patch: {id: 'a', setIfMissing: {n: 0}, inc: {n: 2}}}],
    leaves: [{...note, n: 2}],
  },
  ...[5, 'yesterday', '12', {}].map(
    (time): ContractCase => ({
      name: `create with the time ${JSON.stringify(time)}`,
      mutations: [{create: {_id: 'b', _type: 'note', _createdAt: time}}],
      leaves: [],
      refused: invalid,
    }),
  ),
  {
    name: 'create with a field that means the prototype',
    mutations: [{create: {_type: 'note', list: [withPrototype()]}}],
    leaves: [],
    refused: {status: 400, type: 'validationError'},
  },
]
