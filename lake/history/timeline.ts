import {requestError} from '../errors.ts'
import type {History, State, Txn} from '../store/history.ts'

/** Which transactions to look at: both ends are included. Times are ISO 8601. */
export type Range = {
  fromTransaction?: string | undefined
  toTransaction?: string | undefined
  fromTime?: string | undefined
  toTime?: string | undefined
  authors?: string[] | undefined
}

/** The transactions of a range that touched one of the documents, or any where none is named; oldest first. */
export function timeline(history: History, ids: string[], range: Range): Txn[] {
  const from = bound(history, range.fromTransaction) ?? 0
  const to = bound(history, range.toTransaction) ?? Number.POSITIVE_INFINITY
  const {fromTime, toTime, authors} = range
  return sequences(history, ids)
    .filter((seq) => seq >= from && seq <= to)
    .map((seq) => history.transactionAt(seq))
    .filter((txn) => txn !== undefined)
    .filter(({at}) => (!fromTime || at >= fromTime) && (!toTime || at <= toTime))
    .filter(({author}) => !authors || authors.includes(author))
}

function bound(history: History, transaction: string | undefined): number | undefined {
  if (!transaction) return undefined
  const found = history.transaction(transaction)
  if (!found) throw requestError(404, `Transaction "${transaction}" not found in this dataset`)
  return found.seq
}

function sequences(history: History, ids: string[]): number[] {
  if (ids.length === 0) return history.transactions()
  const seqs = ids
    .flatMap((id) => history.states(id))
    .flatMap(({since, until}) => (until === null ? [since] : [since, until]))
  return [...new Set(seqs)].sort((a, b) => a - b)
}

/** The states that a transaction ended and began; absent where the document was not there. */
export type Around = {before?: State; after?: State}

export type StateIndex = ReturnType<typeof indexStates>

/** Looks documents' states up for one request; each document is read once. */
export function indexStates(history: History) {
  const byDocument = new Map<string, {states: State[]; began: ByTxn; ended: ByTxn}>()

  function read(id: string) {
    const states = history.states(id)
    const began: ByTxn = new Map(states.map((state) => [state.since, state]))
    const ended: ByTxn = new Map(states.map((state) => [state.until, state]))
    const entry = {states, began, ended}
    byDocument.set(id, entry)
    return entry
  }

  const of = (id: string) => byDocument.get(id) ?? read(id)

  function around(id: string, seq: number): Around {
    const before = of(id).ended.get(seq)
    const after = of(id).began.get(seq)
    return {...(before && {before}), ...(after && {after})}
  }

  return {states: (id: string) => of(id).states, around}
}

type ByTxn = Map<number | null, State>
