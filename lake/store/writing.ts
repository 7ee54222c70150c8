import type {DatabaseSync} from 'node:sqlite'
import type {Document} from '../document.ts'
import type {Change} from '../work.ts'
import type {DocumentCache} from './cache.ts'
import type {Counts} from './counts.ts'
import type {Documents} from './documents.ts'
import type {Filing} from './filing.ts'
import {openGroupCommit} from './groupCommit.ts'
import type {History} from './history.ts'
import type {Search} from './search.ts'
import type {Committed, Transactions} from './transactions.ts'

/** What one write hands over: the documents it changes under a transaction of this id. */
export type Write = {id: string; timestamp: string; author: string; changes: Change[]}

export type Writing = {
  /** Runs a write after those before it; settles when it is durable, or as it throws, with nothing of it kept. */
  write<T>(work: () => T): Promise<T>
  /** Makes changes under a transaction; to be called inside `write`. */
  record(write: Write): Committed
  /** Puts documents in as they are, system fields included. What they refer to is not checked. */
  load(list: Document[], stamp: Omit<Write, 'changes'>): Promise<Committed>
  /** Makes durable at once what waits. */
  drain(): void
}

type Parts = {
  cache: Pick<DocumentCache, 'clear'>
  counts: Pick<Counts, 'clear'>
  documents: Documents
  filing: Pick<Filing, 'keepUp' | 'forget'>
  history: Pick<History, 'keep'>
  search: Pick<Search, 'whenIdle'>
  transactions: Pick<Transactions, 'record'>
}

/** Writes documents, and all that has to be written with them. */
export function openWriting(db: DatabaseSync, parts: Parts): Writing {
  const {cache, counts, documents, filing, history, search, transactions} = parts
  const {write, drain} = openGroupCommit(db, () => {
    cache.clear()
    counts.clear()
    filing.forget()
  })

  function record({id, timestamp, author, changes}: Write): Committed {
    const seq = transactions.record({id, timestamp, author})
    history.keep(changes, seq)
    search.whenIdle()
    for (const change of changes) documents.change(change, seq)
    filing.keepUp()
    return {seq, id, timestamp, author, changes}
  }

  function load(list: Document[], stamp: Omit<Write, 'changes'>): Promise<Committed> {
    const changes = list.map((after) => {
      const before = documents.get(after._id)
      return {id: after._id, before, after, mutations: [{createOrReplace: after}]}
    })
    return write(() => record({...stamp, changes}))
  }

  return {write, record, load, drain}
}
