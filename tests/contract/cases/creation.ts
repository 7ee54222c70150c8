import type {ContractCase} from '../case.ts'

const note = {_id: 'a', _type: 'note', title: 'A'}

export const creation: ContractCase[] = [
  {
    name: 'create makes a document',
    mutations: [{create: note}],
    leaves: [note],
    operations: ['create'],
  },
  {
    name: 'create fails where the id is taken',
    given: [note],
    mutations: [{create: {...note, title: 'B'}}],
    leaves: [note],
    refused: {status: 409, type: 'documentAlreadyExistsError', index: 0, details: {id: 'a'}},
  },
  {
    name: 'create without a type is refused',
    mutations: [{create: {_id: 'a'}}],
    refused: {status: 400, type: 'validationError'},
  },
  {
    name: 'an id may not begin with a dot, hold two in a row, or other signs',
    mutations: [{create: {_id: 'a..b', _type: 'note'}}],
    refused: {status: 400, type: 'validationError'},
  },
  {
    name: 'createIfNotExists leaves what is there',
    given: [note],
    mutations: [{createIfNotExists: {...note, title: 'B'}}],
    leaves: [note],
    operations: ['none'],
  },
  {
    name: 'createOrReplace replaces, all of it',
    given: [{...note, extra: 1}],
    mutations: [{createOrReplace: {_id: 'a', _type: 'note', title: 'B'}}],
    leaves: [{_id: 'a', _type: 'note', title: 'B'}],
    operations: ['update'],
  },
  {
    name: 'createOrReplace may not change the type',
    given: [note],
    mutations: [{createOrReplace: {_id: 'a', _type: 'page'}}],
    leaves: [note],
    refused: {
      status: 409,
      type: 'cannotModifyImmutableAttributeError',
      details: {attribute: '_type'},
    },
  },
  {
    name: 'a document may come back as another type once it was deleted',
    given: [note],
    mutations: [{delete: {id: 'a'}}, {create: {_id: 'a', _type: 'page'}}],
    leaves: [{_id: 'a', _type: 'page'}],
  },
  {
    name: 'delete removes, and a second delete does nothing',
    given: [note],
    mutations: [{delete: {id: 'a'}}, {delete: {id: 'a'}}],
    leaves: [],
    operations: ['delete', 'none'],
  },
  {
    name: 'a document can be made again in the transaction that deletes it',
    given: [note],
    mutations: [{delete: {id: 'a'}}, {create: {...note, title: 'B'}}],
    leaves: [{...note, title: 'B'}],
    operations: ['delete', 'create'],
  },
  {
    name: 'one mutation that fails undoes those before it',
    given: [note],
    mutations: [{create: {_id: 'b', _type: 'note'}}, {create: note}],
    leaves: [note],
    refused: {status: 409, type: 'documentAlreadyExistsError', index: 1},
  },
  {
    name: 'an unknown operation is refused',
    mutations: [{rename: {id: 'a'}}],
    refused: {status: 400, type: 'validationError'},
  },
]
