import type {DatabaseSync} from 'node:sqlite'
import {type Document, publishedId} from '../document.ts'
import type {Drawer, Filed} from './drawer.ts'
import {inPauses, inTransaction} from './maintenance.ts'
import type {Readiness} from './readiness.ts'

const documentsPerStep = 500
/** No more new documents wait than these, and no more rows are in memory. */
const waitingDocumentsMax = 16_000
const rowsMax = 200_000
const idleMs = 500
const stepPauseMs = 10

type Parts = {drawers: Drawer[]; marker: Marker; readiness: Readiness; waitingMax?: number}

/**
 * Files documents where queries find them. New ones wait: until a query asks, until nothing has been written for a
 * while, or until there are many. What each of them scatters over a table is written in the table's order then:
 * in a large dataset, that is most of what a new document costs. The rows of those that wait are in memory; where
 * they cannot be, the documents are read again.
 */
export function openFiling(
  db: DatabaseSync,
  {drawers, marker, readiness, waitingMax = waitingDocumentsMax}: Parts,
) {
  const waiting = db.prepare('select n, base, body from document where n > ? order by n limit ?')

  /** The rows of all that waits; undefined where they are not known. */
  let atHand = marker.isBehind() ? undefined : openBundle(drawers)

  /** Files those that have waited longest; false where none waits. */
  function step(): boolean {
    if (!marker.isBehind()) return false
    inTransaction(db, () => file(documentsPerStep))
    beginAnew()
    return true
  }

  function file(documentsMax: number): void {
    const bundle = atHand ?? bundleOf(waiting.iterate(marker.get(), documentsMax))
    // Where it fails to be written, the documents are still there.
    atHand = undefined
    bundle.write()
    marker.set(bundle.last())
  }

  function beginAnew(): void {
    if (!marker.isBehind()) atHand = openBundle(drawers)
  }

  function bundleOf(rows: Iterable<Record<string, unknown>>): Bundle {
    const bundle = openBundle(drawers)
    for (const {n, base, body} of rows) {
      bundle.push({n: Number(n), base: String(base), document: JSON.parse(String(body))})
      if (bundle.rows() > rowsMax) break
    }
    return bundle
  }

  /** Files what waits, at once unless the query can wait for it; then it answers false. */
  function catchUp(): boolean {
    if (!step()) return true
    if (marker.isBehind() && !db.isTransaction && readiness.note(step)) return false
    while (step());
    return true
  }

  const idle = inPauses(step, {firstMs: idleMs, pauseMs: stepPauseMs})

  /** To be called inside each write, at its end. */
  function keepUp(): void {
    while (marker.behind() > waitingMax || (atHand?.rows() ?? 0) > rowsMax) {
      file(waitingMax)
      beginAnew()
    }
    idle.postpone()
  }

  function change(what: 'add' | 'remove', n: number, document: Document): void {
    if (n > marker.get()) atHand = undefined
    else for (const drawer of drawers) drawer[what](filedOf(n, document))
  }

  return {
    catchUp,
    keepUp,
    /** To be called inside a write with each new document. */
    addNew: (n: number, document: Document) => atHand?.push(filedOf(n, document)),
    /** The same with a document as it has become. */
    add: (n: number, document: Document) => change('add', n, document),
    /** The same with a document as it was. */
    remove: (n: number, document: Document) => change('remove', n, document),
    /** To be called where writes are taken back, and where documents have changed past this. */
    forget() {
      atHand = undefined
    },
    close: idle.stop,
  }
}

const filedOf = (n: number, document: Document): Filed => ({
  n,
  base: publishedId(document._id),
  document,
})

type Bundle = ReturnType<typeof openBundle>

/** The rows of some documents in all drawers. */
function openBundle(drawers: Drawer[]) {
  const stacks = drawers.map((drawer) => drawer.stack())
  let last = 0
  return {
    push(filed: Filed): void {
      for (const stack of stacks) stack.push(filed)
      last = filed.n
    },
    write(): void {
      for (const stack of stacks) stack.write()
    },
    rows: () => stacks.reduce((sum, stack) => sum + stack.rows(), 0),
    /** The number of the document that came last. */
    last: () => last,
  }
}

export type Filing = ReturnType<typeof openFiling>
export type Marker = ReturnType<typeof openMarker>

/** The number of the last document that is filed, as all before it are. */
export function openMarker(db: DatabaseSync) {
  const found = db.prepare("select value from setting where name = 'filed'")
  const put = db.prepare("insert or replace into setting values ('filed', ?)")
  const last = db.prepare('select max(n) as n from document')
  const get = () => Number(found.get()?.value ?? 0)
  /** About how many documents wait: numbers of deleted ones count. */
  const behind = () => Number(last.get()?.n ?? 0) - get()
  return {get, set: (n: number) => void put.run(String(n)), behind, isBehind: () => behind() > 0}
}
