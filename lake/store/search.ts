import type {DatabaseSync} from 'node:sqlite'
import {isRecord} from '../document.ts'
import {inPauses, inTransaction} from './maintenance.ts'
import type {Readiness} from './readiness.ts'

/** Documents that are indexed in one go. */
const batchDocuments = 100
const idleMs = 1_000
const stepPauseMs = 10

export type Search = ReturnType<typeof openSearch>

/**
 * Full text over whole documents, folded of case and diacritics. Writing a document costs nothing here:
 * what has changed since is indexed before the next search, inside a transaction as part of it.
 */
export function openSearch(db: DatabaseSync, readiness: Readiness) {
  const pending = db.prepare(
    'select n, seq, body from document where seq > ? order by seq, n limit ?',
  )
  const sameSeq = db.prepare('select n, seq, body from document where seq = ? and n > ? order by n')
  const getSeq = db.prepare("select value from setting where name = 'searchSeq'")
  const setSeq = db.prepare("insert or replace into setting values ('searchSeq', ?)")
  const drop = db.prepare('delete from search where rowid = ?')
  const add = db.prepare('insert into search (rowid, text) values (?, ?)')

  const match = db.prepare('select rowid as n from search where search match ? limit ?')

  /** Indexes the documents that have waited longest; false where none waits. */
  function step(): boolean {
    const rows = pending.all(Number(getSeq.get()?.value ?? 0), batchDocuments) as Pending[]
    const last = rows.at(-1)
    if (!last) return false
    const rest = sameSeq.all(last.seq, last.n) as Pending[]
    inTransaction(db, () => {
      for (const {n, body} of rows.concat(rest)) {
        drop.run(n)
        add.run(n, textOf(JSON.parse(body)).join('\n'))
      }
      setSeq.run(String(last.seq))
    })
    return true
  }

  /** Indexes what waits, at once unless the query can wait for it. */
  function catchUp(): void {
    if (!step() || (!db.isTransaction && readiness.note(step))) return
    while (step());
  }

  const idle = inPauses(step, {firstMs: idleMs, pauseMs: stepPauseMs})

  /** Numbers of the documents that have a word; undefined where that are more than so many. */
  function having(word: string, documentsMax: number): number[] | undefined {
    const rows = match.all(word, documentsMax + 1)
    return rows.length > documentsMax ? undefined : rows.map(({n}) => Number(n))
  }

  return {
    catchUp,
    having,
    /** To be called with every write: once none has come for a while, what waits is indexed bit by bit. */
    whenIdle: idle.postpone,
    close: idle.stop,
  }
}

type Pending = {n: number; seq: number; body: string}

/** Every string in a document, its keys, types and references aside. */
export function textOf(value: unknown, found: string[] = []): string[] {
  if (typeof value === 'string') found.push(value)
  else if (Array.isArray(value)) for (const item of value) textOf(item, found)
  else if (isRecord(value)) {
    for (const [name, inner] of Object.entries(value)) {
      if (!name.startsWith('_') || name === '_id') textOf(inner, found)
    }
  }
  return found
}
