/** A patch applied to a document by `@sanity/mutator`, with what that leaves undone. */
import {extract, Mutation as Patcher} from '@sanity/mutator'
import {type Document, isTime} from './document.ts'
import {type LakeError, mutationError} from './errors.ts'
import {flawOf} from './flaw.ts'
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
    mustBeKept(before, after)
  } catch (cause) {
    const description = `Cannot apply the patch: ${cause instanceof Error ? cause.message : cause}`
    throw mutationError({type: 'validationError', description, id: before._id}, index)
  }
  for (const name of immutable) {
    if (after[name] !== before[name]) throw immutableError(before._id, name, index)
  }
  return after
}

export function immutableError(id: string, attribute: string, index: number): LakeError {
  const type = 'cannotModifyImmutableAttributeError'
  const description = `Cannot modify immutable attribute "${attribute}"`
  return mutationError({type, description, id, attribute}, index)
}

function mustBeKept(before: Document, after: Document): void {
  const flaw = flawOf(after)
  if (flaw) throw new Error(`the document would have ${flaw}`)
  if (after._createdAt === before._createdAt || isTime(after._createdAt)) return
  throw new Error('"_createdAt" has to stay a time')
}

function applyOperation(document: Document, name: Operation, value: unknown): Document {
  if (value === undefined) return document
  if (name === 'insert') return runOne(document, name, mendedInsert(document, value as Insert))
  if (name === 'setIfMissing') return fillAll(document, value as Record<string, unknown>)
  const wanted = targetTypes[name]
  if (wanted) mustBe(wanted, document, Object.keys(value as object))
  return runOne(document, name, value)
}

/** Operations that @sanity/mutator leaves undone, without a word, where a target is of another type. */
const targetTypes: Partial<Record<Operation, 'number' | 'string'>> = {
  inc: 'number',
  dec: 'number',
  diffMatchPatch: 'string',
}

function mustBe(type: 'number' | 'string', document: Document, paths: string[]): void {
  for (const path of paths) {
    const targets = extract(path, document)
    if (targets.length > 0 && targets.every((target) => typeof target === type)) continue
    throw new Error(`"${path}" has to be a ${type}`)
  }
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
