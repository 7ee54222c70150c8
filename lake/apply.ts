/**
 * Mutations → changes: what a list of mutations makes of the documents that it meets, without writing them.
 */
import {type Document, isId, isTime} from './document.ts'
import {type ErrorItem, mutationError} from './errors.ts'
import {withArrayKeys} from './keys.ts'
import {invalid, type Mutation, type NewDocument, type Selection} from './mutation.ts'
import {applyPatch, immutableError} from './patch.ts'
import {checkReferences} from './referenceCheck.ts'
import {
  before,
  type Change,
  current,
  put,
  type Snapshot,
  type Stamp,
  startWork,
  type Work,
} from './work.ts'

export type Result = {
  id: string
  operation: 'create' | 'update' | 'delete' | 'none'
  document?: Document
}

/** The most documents that one query may patch or delete. */
export const selectedDocumentsMax = 10_000

/**
 * Applies mutations in order and checks references at the end. Pure: nothing is written.
 * Queries select from the snapshot, that is from the dataset before this transaction.
 * @throws LakeError for the first mutation that cannot be done; then nothing is changed.
 */
export function applyMutations(snapshot: Snapshot, mutations: Mutation[], stamp: Stamp) {
  const work = startWork(snapshot, stamp)
  const results = mutations.flatMap((mutation, index) => applyMutation(work, mutation, index))
  return {results, changes: finish(work)}
}

/** Checks references and sums up. */
export function finish(work: Work): Change[] {
  const changes = [...work.touched]
    .map(([id, {after, mutations}]) => ({id, before: before(work, id), after, mutations}))
    .filter((change) => change.before !== change.after)
  checkReferences(work, changes)
  return changes
}

/** Applies one mutation to what the transaction has done so far. */
export function applyMutation(work: Work, mutation: Mutation, index: number): Result[] {
  if (mutation.kind === 'delete') {
    return select(work, mutation, index).map((id) => remove(work, id, {...mutation, index}))
  }
  if (mutation.kind === 'patch') {
    return select(work, mutation, index).map((id) => patch(work, id, {...mutation, index}))
  }
  return [create(work, mutation, index)]
}

function select(work: Work, {selection}: {selection: Selection}, index: number): string[] {
  if ('id' in selection) return [selection.id]
  const ids = work.snapshot.find(selection.query, selection.params)
  if (ids.length <= selectedDocumentsMax) return ids.filter((id) => current(work, id))
  const description = `The query selects ${ids.length} documents, the most is ${selectedDocumentsMax}`
  throw mutationError({type: 'tooManyDocumentsError', description}, index)
}

function create(
  work: Work,
  {kind, document}: Extract<Mutation, {document: NewDocument}>,
  index: number,
): Result {
  const id = completeId(document._id, work.stamp, index)
  const existing = current(work, id)
  if (existing && kind === 'createIfNotExists') return {id, operation: 'none', document: existing}
  if (existing && kind === 'create') {
    const description = `Document by ID "${id}" already exists`
    throw mutationError({type: 'documentAlreadyExistsError', description, id}, index)
  }
  if (existing && existing._type !== document._type) throw immutableError(id, '_type', index)
  const after = stampNew(work.stamp, id, {document, existing})
  put(work, id, {after, mutation: {[kind]: after}, index})
  return {id, operation: existing ? 'update' : 'create', document: after}
}

function completeId(id: string | undefined, {newId}: Stamp, index: number): string {
  const complete = id === undefined ? newId() : id.endsWith('.') ? id + newId() : id
  if (!isId(complete)) throw invalid(`Unexpected document id "${complete}"`, index)
  return complete
}

function stampNew(
  stamp: Stamp,
  id: string,
  {document, existing}: {document: NewDocument; existing: Document | undefined},
): Document {
  const keyed = stamp.keys ? withArrayKeys(document, stamp.newId) : document
  return {
    ...keyed,
    _id: id,
    _rev: stamp.transactionId,
    _createdAt: timeOr(existing?._createdAt ?? stamp.timestamp, document._createdAt),
    _updatedAt: timeOr(stamp.timestamp, document._updatedAt),
  }
}

const timeOr = (otherwise: string, value: unknown) => (isTime(value) ? value : otherwise)

type Aimed<Kind> = Extract<Mutation, {kind: Kind}> & {index: number}

function remove(work: Work, id: string, {ifRevisionID, index}: Aimed<'delete'>): Result {
  const existing = current(work, id)
  checkRevision(id, existing, {ifRevisionID, index})
  if (!existing) return {id, operation: 'none'}
  put(work, id, {after: undefined, mutation: {delete: {id}}, index})
  return {id, operation: 'delete', document: existing}
}

function patch(work: Work, id: string, mutation: Aimed<'patch'>): Result {
  const {operations, index} = mutation
  const existing = current(work, id)
  if (!existing) {
    const description = `The document with the ID "${id}" was not found`
    throw mutationError({type: 'documentNotFoundError', description, id}, index)
  }
  checkRevision(id, existing, mutation)
  const {keys, newId, transactionId, timestamp} = work.stamp
  const patched = applyPatch(existing, operations, index)
  const keyed = keys ? withArrayKeys(patched, newId) : patched
  const after = {...keyed, _rev: transactionId, _updatedAt: timestamp}
  put(work, id, {after, mutation: {patch: {id, ...operations}}, index})
  return {id, operation: 'update', document: after}
}

function checkRevision(
  id: string,
  existing: Document | undefined,
  {ifRevisionID, index}: {ifRevisionID?: string | undefined; index: number},
): void {
  if (ifRevisionID === undefined || existing?._rev === ifRevisionID) return
  const currentRevisionID = existing?._rev
  const description = `Unexpected revision of document "${id}", expected "${ifRevisionID}", found "${currentRevisionID ?? 'none'}"`
  const item: ErrorItem = {
    type: 'documentRevisionIDDoesNotMatchError',
    description,
    id,
    expectedRevisionID: ifRevisionID,
    currentRevisionID,
  }
  throw mutationError(item, index)
}
