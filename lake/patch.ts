import {extract, Mutation as Patcher} from '@sanity/mutator'
import {type Document, depthMax, tooDeep} from './document.ts'
import {mutationError} from './errors.ts'
import type {PatchOperations} from './mutation.ts'
import {rangeAtEnd} from './paths.ts'

type Operation = keyof PatchOperations

/** The documented order of the operations inside one patch; @sanity/mutator has another. */
const order = ['set', 'setIfMissing', 'unset', 'diffMatchPatch', 'inc', 'dec', 'insert'] as const

/** Attributes that a patch must leave as they are. */
const immutable = ['_id', '_type'] as const

/**
 * The document after the patch; system fields are the caller's to set.
 * @throws LakeError when a patch cannot be applied or an attribute that may not change would.
 */
export function applyPatch(before: Document, operations: PatchOperations, index: number): Document {
  let after = before
  try {
    for (const name of order) after = applyOperation(after, name, operations[name])
    if (tooDeep(after)) throw new Error(`the document would nest deeper than ${depthMax}`)
  } catch (cause) {
    const description = `Cannot apply the patch: ${cause instanceof Error ? cause.message : cause}`
    throw mutationError({type: 'validationError', description, id: before._id}, index)
  }
  for (const name of immutable) {
    if (after[name] === before[name]) continue
    const description = `Cannot modify immutable attribute "${name}"`
    throw mutationError({type: 'immutableAttributeError', description, id: before._id}, index)
  }
  return after
}

function applyOperation(document: Document, name: Operation, value: unknown): Document {
  if (value === undefined) return document
  if (name === 'insert') return runOne(document, name, mendedInsert(document, value as Insert))
  if (name !== 'setIfMissing') return runOne(document, name, value)
  return fillAll(document, value as Record<string, unknown>)
}

function runOne(document: Document, name: Operation, value: unknown): Document {
  const patcher = new Patcher({mutations: [{patch: {id: document._id, [name]: value} as never}]})
  return patcher.apply(document) as Document
}

/** @sanity/mutator fills one of several missing targets at a time: a path with n commas names n + 1. */
function fillAll(document: Document, values: Record<string, unknown>): Document {
  let after = document
  for (const [path, value] of Object.entries(values)) {
    const targets = path.includes('..') ? 1 : path.split(',').length
    for (let turn = 0; turn < targets; turn++)
      after = runOne(after, 'setIfMissing', {[path]: value})
  }
  return after
}

type Insert = Record<string, unknown> & {replace?: string}

/** @sanity/mutator repeats the array where the range that is to be replaced is empty. */
function mendedInsert(document: Document, insert: Insert): Insert {
  const range = insert.replace === undefined ? undefined : rangeAtEnd(insert.replace)
  if (!range || extract(insert.replace ?? '', document).length > 0) return insert
  return {before: `${range.list}[${range.start}]`, items: insert.items}
}
