import type {DatabaseSync} from 'node:sqlite'
import {type DocumentCache, openCache} from './cache.ts'
import {type Index, openWhole, serves, type Wanted} from './declared.ts'
import {openLookup} from './documents.ts'
import type {Indexes} from './indexes.ts'
import {openMarker} from './marker.ts'
import {openForReading} from './open.ts'
import {openScans} from './scans.ts'
import {openFinding} from './search.ts'
import type {ViewOptions} from './viewSql.ts'
import {openViews, type View} from './views.ts'

const cacheBytesMax = 32_000_000
/** Who asks a thread looks through many documents, each of them once. */
const wholePerWalkMax = 100
/** After more transactions than these, all documents are read anew. */
const followedTransactionsMax = 1_000

/** What a query cannot be answered without, and only the store that writes can make. */
export type Need = 'filing' | 'search' | {index: Wanted}

/** `walkedFirst`: how many documents a scan reads one by one before it reads all, for tests of small datasets. */
export type ReaderOptions = {walkedFirst?: number | undefined}

export type Reader = {
  /** To be asked inside `atOnce`. */
  view(options: ViewOptions): View
  /**
   * What `work` comes to, over the dataset as it is now, up to the transaction `seq`; or what it needs first. Without
   * patience, it does without indexes that are not there. @throws what `work` throws.
   */
  atOnce<T>(
    work: () => T,
    options: {patient: boolean},
  ): Promise<{needs: Need[]} | {value: Awaited<T>; seq: number}>
  close(): void
}

/**
 * A dataset on disk, to be read beside the store that writes it. Each query sees all that was durable when it began.
 * Indexes are used as far as they are there; what is missing is told.
 */
export function openReader(file: string, {walkedFirst}: ReaderOptions = {}): Reader {
  const db = openForReading(file)
  const cache = openCache(cacheBytesMax)
  const scans = openScans(db, {walkedFirst})
  const follow = openFollowing(db, [cache, scans])
  const marker = openMarker(db)
  const isUnsearched = db.prepare(unsearched)
  const listWhole = openWhole(db)
  let indexes: Index[] | undefined
  const needs = new Map<string, Need>()
  let isPatient = true

  function note(need: Need): void {
    needs.set(JSON.stringify(need), need)
  }

  function isFiled(): boolean {
    const isSo = !marker.isBehind()
    if (!isSo) note('filing')
    return isSo
  }

  const findIndex: Indexes['find'] = (wanted) => {
    if (!isFiled()) return undefined
    indexes ??= listWhole()
    const index = indexes.find((one) => serves(one, wanted))
    if (!index && isPatient) note({index: wanted})
    return index
  }

  function catchUpSearch(): void {
    if (isUnsearched.get()) note('search')
  }

  const view = openViews(db, {
    cache,
    documents: {get: openLookup(db, cache)},
    counts: {get: (_counted, _options, count) => count()},
    readiness: {hasNoted: () => needs.size > 0},
    filing: {catchUp: isFiled},
    findIndex,
    search: {catchUp: catchUpSearch, having: openFinding(db)},
    scans,
    wholePerWalkMax,
  })

  async function atOnce<T>(
    work: () => T,
    {patient}: {patient: boolean},
  ): Promise<{needs: Need[]} | {value: Awaited<T>; seq: number}> {
    needs.clear()
    indexes = undefined
    isPatient = patient
    db.exec('begin')
    try {
      const seq = follow()
      const value = await work()
      return needs.size > 0 ? {needs: [...needs.values()]} : {value, seq}
    } catch (error) {
      if (needs.size > 0) return {needs: [...needs.values()]}
      throw error
    } finally {
      db.exec('commit')
    }
  }

  return {view, atOnce, close: () => db.close()}
}

/** Tells those that keep documents which of them have changed since. */
function openFollowing(db: DatabaseSync, keepers: Pick<DocumentCache, 'drop' | 'clear'>[]) {
  const last = db.prepare('select max(seq) as seq from txn')
  const touched = db.prepare('select ids from touched where seq > ?')
  let seen = 0
  return () => {
    const seq = Number(last.get()?.seq ?? 0)
    if (seq - seen > followedTransactionsMax) for (const keeper of keepers) keeper.clear()
    else {
      for (const {ids} of touched.iterate(seen)) {
        for (const id of JSON.parse(String(ids))) for (const keeper of keepers) keeper.drop(id)
      }
    }
    seen = seq
    return seq
  }
}

/** A document that the text index has not taken in as it is. */
const unsearched = `select 1 from document
  where seq > coalesce((select cast(value as integer) from setting where name = 'searchSeq'), 0) limit 1`
