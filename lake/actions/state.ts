import {type Document, isRecord} from '../document.ts'
import {actionError} from '../errors.ts'
import type {Action} from './decode.ts'

/** The dataset as the actions before this one have left it. */
export type State = {
  get(id: string): Document | undefined
  /** All versions in a release. */
  versionsIn(release: string): Document[]
  timestamp: string
}

export type WireMutation = Record<string, unknown>

/** The mutations that an action stands for, given the dataset as the actions before it left it. */
export type Translate = (action: Action, state: State) => WireMutation[]

/** The id of the document that a release is. */
export const releaseId = (name: string): string => `_.releases.${name}`

export function mustExist({get}: State, id: string, {index}: Action): Document {
  const document = get(id)
  if (document) return document
  const description = `The document with the ID "${id}" was not found`
  throw actionError({type: 'documentNotFoundError', description, id}, index)
}

export function mustMatch(
  document: Document | undefined,
  revision: string | undefined,
  {index}: Action,
): void {
  if (revision === undefined || document?._rev === revision) return
  const type = 'documentRevisionIDDoesNotMatchError'
  const currentRevisionID = document?._rev
  const description = `Unexpected document revision, expected "${revision}", found "${currentRevisionID ?? 'none'}"`
  const expectedRevisionID = revision
  throw actionError({type, description, expectedRevisionID, currentRevisionID}, index)
}

/** A document without what belongs to this copy of it alone. */
export function contentOf({_id, _rev, _updatedAt, _system, ...content}: Document) {
  return content
}

/** The mutations that put a draft or version in the place of the published document. */
export function published(state: State, version: Document, id: string): WireMutation[] {
  if (isRecord(version._system) && version._system.delete === true) return [{delete: {id}}]
  const {_createdAt, ...content} = contentOf(version)
  const createdAt = state.get(id)?._createdAt ?? _createdAt
  return [{createOrReplace: {...strengthened(content), _id: id, _createdAt: createdAt}}]
}

/** References that were weak only until their target is published become strong. */
function strengthened<T>(value: T): T {
  if (Array.isArray(value)) return value.map(strengthened) as T
  if (!isRecord(value)) return value
  const entries = Object.entries(value).map(([name, inner]) => [name, strengthened(inner)])
  const {_strengthenOnPublish: promise, ...copy} = Object.fromEntries(entries)
  if (promise === undefined) return copy as T
  if (!isRecord(promise) || promise.weak !== true) delete copy._weak
  return copy as T
}
