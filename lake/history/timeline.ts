/** The transactions of a range, and the states of documents around them. */
import {requestError} from '../errors.ts'
import type {Ends, History, State, Txn} from '../store/history.ts'
import {sequenceOf} from './revision.ts'

/** Which transactions to look at: both ends are included. Times are ISO 8601, as transactions have them. */
export type Range = {
  fromTransaction?: string | undefined
  toTransaction?: string | undefined
  fromTime?: string | undefined
  toTime?: string | undefined
  authors?: string[] | undefined
  /** The newest first. */
  reverse?: boolean | undefined
}

/**
 * The transactions of a range that touched one of the documents, or any where none is named; read one by one,
 * so that who takes a few pays for a few.
 */
export function timeline(history: History, ids: string[], range: Range): Iterable<Txn> {
  const ends = {
    from: bound(history, ids, range.fromTransaction) ?? 0,
    to: bound(history, ids, range.toTransaction) ?? Number.MAX_SAFE_INTEGER,
    reverse: range.reverse === true,
  }
  const all = ids.length === 0 ? history.transactions(ends) : touching(history, ids, ends)
  return within(all, range)
}

function bound(history: History, ids: string[], transaction?: string): number | undefined {
  if (!transaction) return undefined
  const seq = sequenceOf(history, ids, transaction)
  if (seq !== undefined) return seq
  throw requestError(404, `Transaction "${transaction}" not found in this dataset`)
}

function* touching(history: History, ids: string[], {from, to, reverse}: Ends): Generator<Txn> {
  const seqs = ids
    .flatMap((id) => history.states(id))
    .flatMap(({since, until}) => (until === null ? [since] : [since, until]))
    .filter((seq) => seq >= from && seq <= to)
  const inOrder = [...new Set(seqs)].sort((a, b) => (reverse ? b - a : a - b))
  for (const seq of inOrder) {
    const txn = history.transactionAt(seq)
    if (txn) yield txn
  }
}

function* within(transactions: Iterable<Txn>, {fromTime, toTime, authors}: Range): Generator<Txn> {
  for (const txn of transactions) {
    const isInTime = (!fromTime || txn.at >= fromTime) && (!toTime || txn.at <= toTime)
    if (isInTime && (!authors || authors.includes(txn.author))) yield txn
  }
}

/** The states that a transaction ended and began; absent where the document was not there. */
export type Around = {before?: State; after?: State}

/** Looks documents' states up for one request; each document is read once. */
export type StateIndex = {
  /** All states of a document, in the order of `history.states`. */
  states(id: string): State[]
  /** What a transaction made of a document. */
  around(id: string, seq: number): Around
}

export function indexStates(history: History): StateIndex {
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
