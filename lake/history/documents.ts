/** Documents as they were at a moment. */
import type {Document} from '../document.ts'
import type {History, State} from '../store/history.ts'
import {sequenceOf} from './revision.ts'

/** Which moment: the end of a transaction, a time (ISO 8601), or the last that a document was there. */
export type Moment = {revision: string} | {time: string} | {lastRevision: true}

/**
 * Documents as they stood at a moment, in the order asked for; those that were not there are left out, and
 * all are where the revision is not known.
 */
export function documentsAt(history: History, ids: string[], moment: Moment): Document[] {
  const stood = standingAt(history, ids, moment)
  return ids.flatMap((id) => {
    const state = history.states(id).findLast(stood)
    const document = state && history.document(state)
    return document ? [document] : []
  })
}

function standingAt(history: History, ids: string[], moment: Moment): (state: State) => boolean {
  if ('lastRevision' in moment) return () => true
  const seq = 'revision' in moment ? sequenceOf(history, ids, moment.revision) : undefined
  if (seq !== undefined) return ({since, until}) => since <= seq && (until === null || until > seq)
  if ('revision' in moment) return () => false
  const time = Date.parse(moment.time)
  const started = (transaction: number) =>
    Date.parse(history.transactionAt(transaction)?.at ?? '') <= time
  return ({since, until}) => started(since) && (until === null || !started(until))
}
