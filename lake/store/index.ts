import type {DatabaseSync} from 'node:sqlite'
import type {Document} from '../document.ts'
import {assetTypes, moveAssetUrls, renameAssetPaths} from './assets.ts'
import {openCache} from './cache.ts'
import {openCounts} from './counts.ts'
import {openDocuments} from './documents.ts'
import {type Dump, openDump} from './dump.ts'
import type {Filing} from './filing.ts'
import {openFinders} from './finders.ts'
import {type History, openHistory} from './history.ts'
import type {Need} from './needs.ts'
import {backupTo, openDatabase} from './open.ts'
import {openReadiness, type Readiness} from './readiness.ts'
import {type Compute, openReading} from './reading.ts'
import {openTransactions, type Transactions} from './transactions.ts'
import type {ViewOptions} from './viewSql.ts'
import {openViews, type View} from './views.ts'
import {openWriting, type Writing} from './writing.ts'

export {indexedFields} from './fields.ts'
export type {Need} from './needs.ts'
export {elementsOf, isElements, isScalar, type Scalar} from './path.ts'
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
  write: Writing['write']
  record: Writing['record']
  load: Writing['load']
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
  const writing = openWriting(db, {cache, counts, documents, filing, history, search, transactions})

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
    write: writing.write,
    record: writing.record,
    load: writing.load,
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
      writing.drain()
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
