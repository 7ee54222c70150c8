import type {History, State} from '../store/history.ts'

/**
 * Where in the log one of the documents came to a revision. A revision has the name of the transaction that
 * made it, but for documents that were loaded as they were: those keep the name that they came with.
 */
export function sequenceOf(history: History, ids: string[], revision: string): number | undefined {
  const transaction = history.transaction(revision)
  if (transaction) return transaction.seq
  const states = ids.flatMap((id) => history.states(id))
  return states.find((state) => revisionOf(history, state) === revision)?.since
}

export const revisionOf = (history: History, state: State): string | undefined =>
  history.document(state)?._rev
