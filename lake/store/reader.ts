import type {DatabaseSync} from 'node:sqlite'
import {type DocumentCache, openCache} from './cache.ts'
import {openLookup} from './documents.ts'
import {type Need, openNeeds} from './needs.ts'
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
  const needs = openNeeds(db)

  const view = openViews(db, {
    cache,
    documents: {get: openLookup(db, cache)},
    counts: {get: (_counted, _options, count) => count()},
    readiness: {hasNoted: needs.hasMissed},
    filing: {catchUp: needs.isFiled},
    findIndex: needs.findIndex,
    search: {catchUp: needs.seekWords, having: openFinding(db)},
    scans,
    wholePerWalkMax,
  })

  async function atOnce<T>(
    work: () => T,
    {patient}: {patient: boolean},
  ): Promise<{needs: Need[]} | {value: Awaited<T>; seq: number}> {
    needs.begin({isPatient: patient})
    db.exec('begin')
    try {
      const seq = follow()
      const value = await work()
      return needs.hasMissed() ? {needs: needs.missed()} : {value, seq}
    } catch (error) {
      if (needs.hasMissed()) return {needs: needs.missed()}
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
