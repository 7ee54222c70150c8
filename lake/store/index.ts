import type {DatabaseSync} from 'node:sqlite'
import type {Document} from '../document.ts'
import type {Change} from '../work.ts'
import {assetTypes, moveAssetUrls, renameAssetPaths} from './assets.ts'
import {openCache} from './cache.ts'
import {openCounts} from './counts.ts'
import {openDocuments} from './documents.ts'
import {type Dump, openDump} from './dump.ts'
import type {Filing} from './filing.ts'
import {openFinders} from './finders.ts'
import {openGroupCommit} from './groupCommit.ts'
import {type History, openHistory} from './history.ts'
import {backupTo, openDatabase} from './open.ts'
import type {Need} from './reader.ts'
import {openReadiness, type Readiness} from './readiness.ts'
import {type Compute, openReading} from './reading.ts'
import {type Committed, openTransactions, type Transactions} from './transactions.ts'
import type {ViewOptions} from './viewSql.ts'
import {openViews, type View} from './views.ts'

export {indexedFields} from './fields.ts'
export {elementsOf, isElements, isScalar, type Scalar} from './path.ts'
export type {Need} from './reader.ts'
export {notYet} from './readiness.ts'
export {type Compute, computedPath, isComputed} from './reading.ts'
export type {TextColumn} from './search.ts'
export {isWhole, sortValue, typeRange} from './sortValue.ts'
export {
  firstId,
  isWholeStretch,
  lastId,
  type Place,
  type Stretch,
  wholeStretch,
} from './stretch.ts'
export type {Committed} from './transactions.ts'
export type {Lookup, LookupKey, Range, ViewOptions, Wanted} from './viewSql.ts'
export type {View} from './views.ts'
export type {
  Step as WalkStep,
  Walk,
} from './walks.ts'

/** One dataset. What does not say otherwise answers at once, from what is committed or being written. */
export type Store = {
  /** The document that is kept under this id, whoever asks. */
  get(id: string): Document | undefined
  /** Ids of the documents that refer to this one by strong references. */
  referrers(id: string): string[]
  transactionExists: Transactions['exists']
  lastSeq: Transactions['lastSeq']
  history: History
  /** Runs a write after those before it; settles when it is durable, or as it throws, with nothing of it kept. */
  write<T>(work: () => T): Promise<T>
  /** Makes changes under a transaction; to be called inside `write`. */
  record(write: Write): Committed
  /** Puts documents in as they are, system fields included. What they refer to is not checked. */
  load(list: Document[], stamp: Omit<Write, 'changes'>): Promise<Committed>
  /** Points the URLs of the dataset's own assets to where the lake is served. */
  moveAssetUrls(origin: string): void
  /** Makes assets at home in a copy of their dataset; `from` and `to` are `<project>/<dataset>`. */
  renameAssetPaths(from: string, to: string): void
  whenReady: Readiness['whenReady']
  /** Makes what a reader beside this store needs; to be called inside `whenReady`, which waits until it is made. */
  provide(needs: Need[]): void
  /** Builds at once the indexes that queries have asked for. */
  finishIndexes(): void
  /** The dataset as a reader sees it; its questions are to be asked inside `whenReady`. */
  view(options: ViewOptions): View
  /** Writes a consistent copy to a file. */
  backup(to: string): void
  /** Commits what waits, and closes the file. */
  close(): void
} & Dump

/** What one write hands over: the documents it changes under a transaction of this id. */
export type Write = {id: string; timestamp: string; author: string; changes: Change[]}

/** `wholePerWalkMax`: so many documents a walk reads whole, for tests of those that are read in part. */
export type StoreOptions = {wholePerWalkMax?: number | undefined}

/** One dataset on disk, or in memory where no file is given. */
export function openStore(
  file: string | undefined,
  compute: Compute,
  {wholePerWalkMax}: StoreOptions = {},
): Store {
  const db = openDatabase('dataset', file)
  const cache = openCache()
  const readiness = openReadiness()
  const reading = openReading(compute)
  const finders = openFinders(db, {readiness, reading})
  const {filing, search, findIndex} = finders
  const counts = openCounts(reading)
  const documents = openDocuments(db, {cache, counts, filing})
  const transactions = openTransactions(db)
  const history = openHistory(db)
  const {write, drain} = openGroupCommit(db, () => {
    cache.clear()
    counts.clear()
    filing.forget()
  })

  /** To be called inside `write`. */
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

  function forgetAssets(): void {
    finders.forget(assetTypes)
    cache.clear()
  }

  return {
    get: documents.get,
    referrers: prepareReferrers(db, filing),
    transactionExists: transactions.exists,
    lastSeq: transactions.lastSeq,
    history,
    write,
    record,
    load,
    ...openDump(db, file),
    moveAssetUrls(origin: string) {
      if (moveAssetUrls(db, origin)) forgetAssets()
    },
    renameAssetPaths(from: string, to: string) {
      renameAssetPaths(db, from, to)
      forgetAssets()
    },
    whenReady: readiness.whenReady,
    provide: finders.provide,
    finishIndexes: finders.finish,
    view: openViews(db, {
      ...{cache, counts, documents, filing, findIndex, readiness, search},
      wholePerWalkMax,
    }),
    backup: (to: string) => backupTo(db, to),
    close() {
      drain()
      finders.close()
      db.close()
    },
  }
}

function prepareReferrers(db: DatabaseSync, filing: Filing) {
  const statement = db.prepare(
    'select id from reference join document on n = source where target = ? and weak = 0 order by id',
  )
  return (id: string): string[] => {
    filing.catchUp()
    return statement.all(id).map((row) => String(row.id))
  }
}
