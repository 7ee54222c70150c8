import type {DatabaseSync} from 'node:sqlite'
import {type Document, publishedId} from '../document.ts'
import type {Drawer} from './drawer.ts'
import {inPauses, inTransaction} from './maintenance.ts'
import type {Readiness} from './readiness.ts'

const documentsPerStep = 500
/** No more new documents wait than these. */
const waitingDocumentsMax = 16_000
const idleMs = 500
const stepPauseMs = 10

type Parts = {drawers: Drawer[]; marker: Marker; readiness: Readiness; waitingMax?: number}

/**
 * Files documents where queries find them. New ones wait: until a query asks, until nothing has been written for a
 * while, or until there are many. What each of them scatters over a table is written in the table's order then:
 * in a large dataset, that is most of what a new document costs.
 */
export function openFiling(
  db: DatabaseSync,
  {drawers, marker, readiness, waitingMax = waitingDocumentsMax}: Parts,
) {
  const waiting = db.prepare('select n, base, body from document where n > ? order by n limit ?')

  /** Files those that have waited longest; false where none waits. */
  const step = (): boolean => marker.isBehind() && inTransaction(db, () => file(documentsPerStep))

  function file(documentsMax: number): boolean {
    const stacks = drawers.map((drawer) => drawer.stack())
    let last: number | undefined
    for (const {n, base, body} of waiting.iterate(marker.get(), documentsMax)) {
      const filed = {n: Number(n), base: String(base), document: JSON.parse(String(body))}
      for (const stack of stacks) stack.push(filed)
      last = filed.n
    }
    for (const stack of stacks) stack.write()
    if (last !== undefined) marker.set(last)
    return last !== undefined
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
    while (marker.behind() > waitingMax && file(waitingMax));
    idle.postpone()
  }

  function change(what: 'add' | 'remove', n: number, document: Document): void {
    if (n > marker.get()) return
    for (const drawer of drawers) drawer[what]({n, base: publishedId(document._id), document})
  }

  return {
    catchUp,
    keepUp,
    /** To be called inside a write with a document as it has become; a new one is not worth the call. */
    add: (n: number, document: Document) => change('add', n, document),
    /** The same with a document as it was. */
    remove: (n: number, document: Document) => change('remove', n, document),
    close: idle.stop,
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
