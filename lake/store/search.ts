import type {DatabaseSync} from 'node:sqlite'
import {type Document, isRecord} from '../document.ts'
import {indexedText, sought} from '../words/indexed.ts'
import {wordsOf} from '../words/phrase.ts'
import {inPauses, inTransaction} from './maintenance.ts'
import type {Readiness} from './readiness.ts'

/** Documents that are indexed in one go. */
const batchDocuments = 100
const idleMs = 1_000
const stepPauseMs = 10

/** What a text is looked for in: strings that are fields of their own, or lists of them; all others. */
export type TextColumn = 'head' | 'text'

/** Documents with all words in these columns, each word an expression of FTS5; of a type where one is given. */
export type Sought = {words: string[]; columns?: TextColumn[]; type?: string | undefined}

/** FTS5 knows types by their words. */
export function expressionOf({words, columns = ['head', 'text'], type = ''}: Sought): string {
  const kinds = wordsOf(type).map((word) => `kind : ${sought(word, false)}`)
  return [...kinds, `{${columns.join(' ')}} : (${words.join(' AND ')})`].join(' AND ')
}

/** Numbers of the documents that an expression finds; undefined where these are more than so many. */
export type Finding = (expression: string, documentsMax: number) => number[] | undefined

export type Search = {
  /** Indexes what waits, at once unless the query can wait for it. */
  catchUp(): void
  /** Among the documents that are indexed. */
  having: Finding
  /** To be called with every write: once none has come for a while, what waits is indexed bit by bit. */
  whenIdle(): void
  /** Ends what is done in pauses. */
  close(): void
}

/**
 * Full text over whole documents, folded of case and diacritics. Writing a document costs nothing here:
 * what has changed since is indexed before the next search, inside a transaction as part of it.
 */
export function openSearch(db: DatabaseSync, readiness: Readiness): Search {
  const pending = db.prepare(
    'select n, seq, body from document where seq > ? order by seq, n limit ?',
  )
  const sameSeq = db.prepare('select n, seq, body from document where seq = ? and n > ? order by n')
  const getSeq = db.prepare("select value from setting where name = 'searchSeq'")
  const setSeq = db.prepare("insert or replace into setting values ('searchSeq', ?)")
  const drop = db.prepare('delete from search where rowid = ?')
  const add = db.prepare('insert into search (rowid, kind, head, text) values (?, ?, ?, ?)')

  /** Indexes the documents that have waited longest; false where none waits. */
  function step(): boolean {
    const rows = pending.all(Number(getSeq.get()?.value ?? 0), batchDocuments) as Pending[]
    const last = rows.at(-1)
    if (!last) return false
    const rest = sameSeq.all(last.seq, last.n) as Pending[]
    inTransaction(db, () => {
      for (const {n, body} of rows.concat(rest)) {
        drop.run(n)
        add.run(n, ...columnsOf(JSON.parse(body)))
      }
      setSeq.run(String(last.seq))
    })
    return true
  }

  function catchUp(): void {
    if (!step() || (!db.isTransaction && readiness.note(step))) return
    while (step());
  }

  const idle = inPauses(step, {firstMs: idleMs, pauseMs: stepPauseMs})

  return {
    catchUp,
    having: openFinding(db),
    whenIdle: idle.postpone,
    close: idle.stop,
  }
}

export function openFinding(db: DatabaseSync): Finding {
  const match = db.prepare('select rowid as n from search where search match ? limit ?')
  return (expression, documentsMax) => {
    const rows = match.all(expression, documentsMax + 1)
    return rows.length > documentsMax ? undefined : rows.map(({n}) => Number(n))
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

/** The document's type, its head and its text. */
function columnsOf(document: Document): [string, string, string] {
  const head: string[] = []
  const text: string[] = [document._id]
  for (const [name, value] of Object.entries(document)) {
    if (name.startsWith('_')) continue
    for (const one of Array.isArray(value) ? value : [value]) {
      if (typeof one === 'string') head.push(one)
      else textOf(one, text)
    }
    runningTexts(value, text)
  }
  return [indexedText(document._type), indexedText(head.join('\n')), indexedText(text.join('\n'))]
}

/** Words of Portable Text go on from span to span. */
function runningTexts(value: unknown, found: string[]): void {
  if (Array.isArray(value)) for (const item of value) runningTexts(item, found)
  if (!isRecord(value)) return
  const {children} = value
  if (Array.isArray(children) && children.length > 1) found.push(children.map(spanText).join(''))
  for (const inner of Object.values(value)) runningTexts(inner, found)
}

const spanText = (child: unknown): string =>
  isRecord(child) && child._type === 'span' && typeof child.text === 'string' ? child.text : ''
