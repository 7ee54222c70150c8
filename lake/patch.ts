import {Mutation as Patcher} from '@sanity/mutator'
import type {Document} from './document.ts'
import {mutationError} from './errors.ts'
import type {PatchOperations} from './mutation.ts'

/** The documented order of the operations inside one patch; @sanity/mutator has another. */
const order = ['set', 'setIfMissing', 'unset', 'diffMatchPatch', 'inc', 'dec', 'insert'] as const

/** Attributes that a patch must leave as they are. */
const immutable = ['_id', '_type'] as const

/**
 * The document after the patch; system fields are the caller's to set.
 * @throws LakeError when a path does not parse or an attribute that may not change would.
 */
export function applyPatch(before: Document, operations: PatchOperations, index: number): Document {
  const mutations = order
    .filter((name) => operations[name] !== undefined)
    .map((name) => ({patch: {id: before._id, [name]: operations[name]}}))
  const after = run(before, mutations, index)
  for (const name of immutable) {
    if (after[name] === before[name]) continue
    const description = `Cannot modify immutable attribute "${name}"`
    throw mutationError({type: 'immutableAttributeError', description, id: before._id}, index)
  }
  return after
}

function run(before: Document, mutations: {patch: {id: string}}[], index: number): Document {
  try {
    const patcher = new Patcher({mutations: mutations as never})
    return (patcher.apply(before as never) ?? before) as Document
  } catch (cause) {
    const description = `Cannot apply the patch: ${cause instanceof Error ? cause.message : cause}`
    throw mutationError({type: 'validationError', description, id: before._id}, index)
  }
}
