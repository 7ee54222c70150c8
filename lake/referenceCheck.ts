/** Strong references at the end of a transaction: none may lead nowhere. */
import type {Document} from './document.ts'
import {mutationError} from './errors.ts'
import {referencesIn} from './references.ts'
import {type Change, current, type Work} from './work.ts'

/** @throws LakeError where a strong reference would lead nowhere once the transaction is done. */
export function checkReferences(work: Work, changes: Change[]): void {
  for (const {id, before, after} of changes) {
    const index = work.touched.get(id)?.index ?? 0
    if (after) checkTargets(work, after, index)
    else if (before) checkNoReferrers(work, id, index)
  }
}

function checkTargets(work: Work, document: Document, index: number): void {
  for (const {target, weak} of referencesIn(document)) {
    if (weak || current(work, target)) continue
    const id = document._id
    const description = `Document "${id}" references non-existent document "${target}"`
    const type = 'documentReferenceDoesNotExistError'
    throw mutationError({type, description, id, referenceID: target}, index)
  }
}

function checkNoReferrers(work: Work, id: string, index: number): void {
  const remaining = work.snapshot.referrers(id).filter((referrer) => {
    const own = work.touched.get(referrer)
    return own ? own.after !== undefined && refersStrongly(own.after, id) : true
  })
  if (remaining.length === 0) return
  const description = `Document "${id}" cannot be deleted as there are references to it from ${remaining.map((name) => `"${name}"`).join(', ')}`
  const type = 'documentHasExistingReferencesError'
  throw mutationError({type, description, id, referencingIDs: remaining}, index)
}

const refersStrongly = (document: Document, id: string) =>
  referencesIn(document).some(({target, weak}) => target === id && !weak)
