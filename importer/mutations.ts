/**
 * The mutations that the importer sends; a subset of Content Lake's.
 */
export type WrittenDocument = {_id: string; _type: string}

export type PatchMutation = {
  patch: {id: string; ifRevisionID?: string; set?: Record<string, unknown>; unset?: string[]}
}

export type Mutation =
  /** `rest`: further fields of the document, JSON in UTF-8 without braces. */
  | {create: WrittenDocument; rest?: Uint8Array}
  | {createIfNotExists: WrittenDocument}
  | {delete: {id: string}}
  | PatchMutation

export function mutatedId(mutation: Mutation): string {
  if ('create' in mutation) return mutation.create._id
  if ('createIfNotExists' in mutation) return mutation.createIfNotExists._id
  if ('delete' in mutation) return mutation.delete.id
  return mutation.patch.id
}

/**
 * Deletes a document only as it was read: a delete takes no `ifRevisionID`, so a patch that changes nothing carries it.
 */
export function guardedDelete(id: string, ifRevisionID: string): Mutation[] {
  return [{patch: {id, ifRevisionID, unset: ['_importGuard']}}, {delete: {id}}]
}
