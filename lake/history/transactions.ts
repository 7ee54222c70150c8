/** The transaction log as the API shows it, with effects. */
import {isDeepStrictEqual} from 'node:util'
import type {Document} from '../document.ts'
import {type Effects, effects} from '../effects/index.ts'
import type {History, State, Txn} from '../store/history.ts'
import {indexStates, type Range, type StateIndex, timeline} from './timeline.ts'

export type LogOptions = Range & {
  limit: number
  /** Mutations name their documents but not what was written. */
  excludeContent: boolean
  excludeMutations: boolean
  /** Effects are given as mendoza patches; without it there are none. */
  mendoza: boolean
  /** Only the documents that were asked for; else all that a transaction touched. */
  identifiedOnly: boolean
}

export type LogEntry = {
  id: string
  timestamp: string
  author: string
  documentIDs: string[]
  mutations: unknown[]
  effects?: Record<string, Effects>
}

type Pair = {id: string; before: Document | undefined; after: Document | undefined}

/**
 * A dataset's transactions with what they did to the named documents (to all, where none is named); each is read as
 * it is taken.
 * The lake keeps results, not requests: `mutations` are the plainest that have the same outcome.
 */
export function transactionLog(
  history: History,
  ids: string[],
  options: LogOptions,
): Iterable<LogEntry> {
  const transactions = first(timeline(history, ids, options), options.limit)
  return entries(history, transactions, {ids, ...options})
}

function* entries(
  history: History,
  transactions: Txn[],
  options: LogOptions & {ids: string[]},
): Generator<LogEntry> {
  const index = indexStates(history)
  for (const txn of transactions) yield entry(history, txn, {index, ...options})
}

function first(transactions: Iterable<Txn>, limit: number): Txn[] {
  const taken: Txn[] = []
  for (const txn of transactions) {
    taken.push(txn)
    if (taken.length === limit) break
  }
  return taken
}

type EntryOptions = LogOptions & {ids: string[]; index: StateIndex}

function entry(history: History, txn: Txn, options: EntryOptions): LogEntry {
  const touched = history.touched(txn.seq)
  const asked =
    options.ids.length === 0 ? touched : touched.filter((id) => options.ids.includes(id))
  const documentIDs = options.identifiedOnly ? asked : touched
  const pairs = documentIDs.map((id) => {
    const {before, after} = options.index.around(id, txn.seq)
    const read = (state: State | undefined) => state && history.document(state)
    return {id, before: read(before), after: read(after)}
  })
  const {mendoza, excludeContent, excludeMutations} = options
  return {
    id: txn.id,
    timestamp: txn.at,
    author: txn.author,
    documentIDs,
    mutations: excludeMutations ? [] : pairs.map((pair) => mutation(pair, excludeContent)),
    ...(mendoza && {
      effects: Object.fromEntries(pairs.map(({id, before, after}) => [id, effects(before, after)])),
    }),
  }
}

function mutation({id, before, after}: Pair, excludeContent: boolean): unknown {
  if (!after) return {delete: {id}}
  if (!before) return {create: excludeContent ? {_id: id, _type: after._type} : after}
  return {patch: excludeContent ? {id} : {id, ...fieldPatch(before, after)}}
}

function fieldPatch(before: Document, after: Document) {
  const changed = Object.entries(after).filter(
    ([key, value]) => key !== '_rev' && !isDeepStrictEqual(value, before[key]),
  )
  const unset = Object.keys(before).filter((key) => !Object.hasOwn(after, key))
  return {
    ...(changed.length > 0 && {set: Object.fromEntries(changed)}),
    ...(unset.length > 0 && {unset}),
  }
}
