/** When documents are filed where queries find them by reference, by slug and by the indexes that queries have asked for. */
import type {DatabaseSync} from 'node:sqlite'
import {type Document, publishedId} from '../document.ts'
import type {Drawer, Filed} from './drawer.ts'
import {inPauses, inTransaction} from './maintenance.ts'
import type {Marker} from './marker.ts'
import type {Readiness} from './readiness.ts'
import {openWaiting} from './waiting.ts'

const documentsPerStep = 500
/** No more new documents wait than these. */
const waitingDocumentsMax = 16_000
const idleMs = 500
const stepPauseMs = 10

type Parts = {drawers: Drawer[]; marker: Marker; readiness: Readiness; waitingMax?: number}

export type Filing = {
  /** Files all that waits, at once unless the query can wait for it; then it answers false. */
  catchUp(): boolean
  /** To be called inside each write, at its end. */
  keepUp(): void
  /** To be called inside a write with each new document. */
  addNew(n: number, document: Document): void
  /** The same with one that has changed; `after` is undefined where it is gone. */
  change(n: number, before: Document, after: Document | undefined): void
  /** To be called where writes are taken back, and where documents have changed past this. */
  forget(): void
  /** Ends what is done in pauses. */
  close(): void
}

/**
 * Files documents where queries find them. New ones wait: until a query asks, until nothing has been written for a
 * while, or until there are many. What each of them scatters over a table is written in the table's order then:
 * in a large dataset, that is most of what a new document costs.
 */
export function openFiling(
  db: DatabaseSync,
  {drawers, marker, readiness, waitingMax = waitingDocumentsMax}: Parts,
): Filing {
  const waiting = openWaiting(db, {drawers, marker})

  /** Files those that have waited longest; false where none waits. */
  function step(): boolean {
    if (!marker.isBehind()) return false
    inTransaction(db, () => waiting.file(documentsPerStep))
    waiting.beginAnew()
    return true
  }

  const idle = inPauses(step, {firstMs: idleMs, pauseMs: stepPauseMs})

  return {
    catchUp() {
      if (!step()) return true
      if (marker.isBehind() && !db.isTransaction && readiness.note(step)) return false
      while (step());
      return true
    },
    keepUp() {
      while (marker.behind() > waitingMax || waiting.isFull()) {
        waiting.file(waitingMax)
        waiting.beginAnew()
      }
      idle.postpone()
    },
    addNew: (n, document) => waiting.push(filedOf(n, document)),
    change(n, before, after) {
      if (n > marker.get()) return waiting.forget()
      const [was, is] = [filedOf(n, before), after && filedOf(n, after)]
      for (const drawer of drawers) drawer.change(was, is)
    },
    forget: waiting.forget,
    close: idle.stop,
  }
}

const filedOf = (n: number, document: Document): Filed => ({
  n,
  base: publishedId(document._id),
  document,
})
