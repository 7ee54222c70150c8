import type {ContractCase} from '../case.ts'

const target = {_id: 't', _type: 'section'}
const strong = {_id: 'a', _type: 'note', section: {_type: 'reference', _ref: 't'}}
const weak = {_id: 'a', _type: 'note', section: {_type: 'reference', _ref: 't', _weak: true}}

export const references: ContractCase[] = [
  {
    name: 'a strong reference needs its target',
    mutations: [{create: strong}],
    refused: {
      status: 409,
      type: 'documentReferenceDoesNotExistError',
      details: {id: 'a', referenceID: 't'},
    },
  },
  {name: 'a weak reference needs none', mutations: [{create: weak}], leaves: [weak]},
  {
    name: 'references are checked at the end: the target may come later',
    mutations: [{create: strong}, {create: target}],
    leaves: [strong, target],
  },
  {
    name: 'references are found at any depth',
    mutations: [{create: {_id: 'a', _type: 'note', list: [{inner: {_ref: 'gone'}}]}}],
    refused: {status: 409, type: 'documentReferenceDoesNotExistError'},
  },
  {
    name: 'what is strongly referred to cannot be deleted',
    given: [target, strong],
    mutations: [{delete: {id: 't'}}],
    leaves: [strong, target],
    refused: {
      status: 409,
      type: 'documentHasExistingReferencesError',
      details: {id: 't', referencingIDs: ['a']},
    },
  },
  {
    name: 'what is weakly referred to can',
    given: [target, weak],
    mutations: [{delete: {id: 't'}}],
    leaves: [weak],
  },
  {
    name: 'both ends of a reference can go together',
    given: [target, strong],
    mutations: [{delete: {id: 't'}}, {delete: {id: 'a'}}],
    leaves: [],
  },
  {
    name: 'a reference that is taken away frees its target',
    given: [target, strong],
    mutations: [{patch: {id: 'a', unset: ['section']}}, {delete: {id: 't'}}],
    leaves: [{_id: 'a', _type: 'note'}],
  },
  {
    name: 'a document may refer to itself and be deleted',
    given: [{_id: 'a', _type: 'note', self: {_ref: 'a'}}],
    mutations: [{delete: {id: 'a'}}],
    leaves: [],
  },
]
