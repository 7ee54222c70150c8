import type {ContractCase} from '../case.ts'

const base = {_id: 'a', _type: 'note'}

/** A case in which one patch turns one document into another. */
function patched(
  name: string,
  before: Record<string, unknown>,
  {patch, after}: {patch: Record<string, unknown>; after: Record<string, unknown>},
): ContractCase {
  return {
    name,
    given: [{...base, ...before}],
    mutations: [{patch: {id: 'a', ...patch}}],
    leaves: [{...base, ...after}],
    operations: ['update'],
  }
}

const items = [
  {_key: 'x', n: 1},
  {_key: 'y', n: 2},
]

export const patches: ContractCase[] = [
  patched(
    'set makes the parents it needs',
    {},
    {
      patch: {set: {'a.b.c': 1}},
      after: {a: {b: {c: 1}}},
    },
  ),
  patched(
    'set reaches array elements by key',
    {items},
    {
      patch: {set: {'items[_key=="y"].n': 5}},
      after: {items: [items[0], {_key: 'y', n: 5}]},
    },
  ),
  patched(
    'set counts elements from the end',
    {list: [1, 2, 3]},
    {
      patch: {set: {'list[-1]': 9}},
      after: {list: [1, 2, 9]},
    },
  ),
  patched(
    'set reaches a range of elements',
    {list: [1, 2, 3, 4]},
    {
      patch: {set: {'list[1:3]': 0}},
      after: {list: [1, 0, 0, 4]},
    },
  ),
  patched(
    'a recursive path reaches every depth',
    {n: 1, inner: {n: 2, deep: {n: 3}}},
    {
      patch: {set: {'..n': 0}},
      after: {n: 0, inner: {n: 0, deep: {n: 0}}},
    },
  ),
  patched(
    'a comparison selects elements',
    {items},
    {
      patch: {unset: ['items[n > 1]']},
      after: {items: [items[0]]},
    },
  ),
  patched(
    'setIfMissing leaves what is there',
    {title: 'A'},
    {
      patch: {setIfMissing: {title: 'B', other: 'C'}},
      after: {title: 'A', other: 'C'},
    },
  ),
  patched(
    'setIfMissing fills each of several targets',
    {b: 1},
    {
      patch: {setIfMissing: {"['a','b','c']": 0}},
      after: {a: 0, b: 1, c: 0},
    },
  ),
  patched(
    'unset removes fields and elements',
    {a: 1, list: ['x', 'y', 'z']},
    {
      patch: {unset: ['a', 'list[0]']},
      after: {list: ['y', 'z']},
    },
  ),
  patched('unset of nothing is allowed', {a: 1}, {patch: {unset: ['b.c']}, after: {a: 1}}),
  patched(
    'inc and dec count',
    {up: 1, down: 1},
    {
      patch: {inc: {up: 2}, dec: {down: 3}},
      after: {up: 3, down: -2},
    },
  ),
  patched(
    'insert before the first',
    {list: [1, 2]},
    {
      patch: {insert: {before: 'list[0]', items: [0]}},
      after: {list: [0, 1, 2]},
    },
  ),
  patched(
    'insert after the last',
    {list: [1, 2]},
    {
      patch: {insert: {after: 'list[-1]', items: [3, 4]}},
      after: {list: [1, 2, 3, 4]},
    },
  ),
  patched(
    'insert into an empty array',
    {list: []},
    {
      patch: {insert: {after: 'list[-1]', items: [1]}},
      after: {list: [1]},
    },
  ),
  patched(
    'insert after an element by key',
    {items},
    {
      patch: {insert: {after: 'items[_key=="x"]', items: [{_key: 'z'}]}},
      after: {items: [items[0], {_key: 'z'}, items[1]]},
    },
  ),
  patched(
    'insert replaces a range',
    {list: [1, 2, 3, 4]},
    {
      patch: {insert: {replace: 'list[1:3]', items: ['x']}},
      after: {list: [1, 'x', 4]},
    },
  ),
  patched(
    'insert that replaces an empty range only inserts',
    {list: [1, 2]},
    {
      patch: {insert: {replace: 'list[1:1]', items: ['x']}},
      after: {list: [1, 'x', 2]},
    },
  ),
  patched(
    'diffMatchPatch edits text',
    {text: 'The quick fox'},
    {
      patch: {diffMatchPatch: {text: '@@ -1,9 +1,8 @@\n The \n-quick\n+slow\n'}},
      after: {text: 'The slow fox'},
    },
  ),
  patched(
    'operations run as documented: set, setIfMissing, unset, inc, dec, insert',
    {},
    {
      patch: {inc: {n: 2}, set: {n: 5, list: []}, insert: {after: 'list[-1]', items: [1]}},
      after: {n: 7, list: [1]},
    },
  ),
  {
    name: 'a patch of a missing document is refused',
    mutations: [{patch: {id: 'a', set: {n: 1}}}],
    refused: {status: 404, type: 'documentNotFoundError'},
  },
  {
    name: 'a patch may not change the type',
    given: [base],
    mutations: [{patch: {id: 'a', set: {_type: 'page'}}}],
    leaves: [base],
    refused: {status: 409, type: 'cannotModifyImmutableAttributeError'},
  },
  {
    name: 'a path that does not parse is refused',
    given: [base],
    mutations: [{patch: {id: 'a', set: {'a[': 1}}}],
    leaves: [base],
    refused: {status: 400, type: 'validationError'},
  },
  {
    name: 'a path into the prototype is refused',
    given: [base],
    mutations: [{patch: {id: 'a', setIfMissing: {'__proto__.x': 1}}}],
    leaves: [base],
    refused: {status: 400, type: 'validationError'},
  },
  {
    name: 'a patch by query changes all that it selects',
    given: [
      {_id: 'a', _type: 'note', n: 1},
      {_id: 'b', _type: 'note', n: 1},
      {_id: 'c', _type: 'page', n: 1},
    ],
    mutations: [{patch: {query: '*[_type == $type]', params: {type: 'note'}, inc: {n: 1}}}],
    leaves: [
      {_id: 'a', _type: 'note', n: 2},
      {_id: 'b', _type: 'note', n: 2},
      {_id: 'c', _type: 'page', n: 1},
    ],
    operations: ['update', 'update'],
  },
  {
    name: 'a delete by query deletes all that it selects',
    given: [
      {_id: 'a', _type: 'note'},
      {_id: 'c', _type: 'page'},
    ],
    mutations: [{delete: {query: '*[_type == "note"]'}}],
    leaves: [{_id: 'c', _type: 'page'}],
    operations: ['delete'],
  },
  {
    name: 'a patch by query passes over what the transaction has deleted before',
    given: [
      {_id: 'a', _type: 'note', n: 1},
      {_id: 'b', _type: 'note', n: 1},
    ],
    mutations: [
      {delete: {id: 'a'}},
      {patch: {query: '*[_type == "note"]', inc: {n: 1}}},
      {delete: {query: '*[_type == "note"]'}},
    ],
    leaves: [],
    operations: ['delete', 'update', 'delete'],
  },
  {
    name: 'ifRevisionID lets the expected revision pass',
    given: [{...base, _rev: 'r1'}],
    mutations: [{patch: {id: 'a', ifRevisionID: 'r1', set: {n: 1}}}],
    leaves: [{...base, n: 1}],
  },
  {
    name: 'ifRevisionID refuses another revision',
    given: [{...base, _rev: 'r1'}],
    mutations: [{patch: {id: 'a', ifRevisionID: 'r0', set: {n: 1}}}],
    leaves: [base],
    refused: {
      status: 409,
      type: 'documentRevisionIDDoesNotMatchError',
      details: {expectedRevisionID: 'r0', currentRevisionID: 'r1'},
    },
  },
]
