import type {DatabaseSync} from 'node:sqlite'
import {type Document, publishedId} from '../document.ts'
import {type List, listsBytesMax, openLists, type Scan} from './lists.ts'
import {type PartRow, partOf} from './part.ts'
import {hasOverlays, overlay} from './presenter.ts'
import {idColumnOf, keyCondition, type Sql, visibleRows} from './viewSql.ts'

/** Who wants no more documents than these has them read one by one. */
const walkedFirstMax = 1_000
/** Measured: so much a document takes besides its JSON, and at most so much a character of that. */
const documentBytes = 100
const bytesPerCharacter = 2
/** So many scans are remembered to be too large; what is longer to be remembered is not kept. */
const tooLargeMax = 200
const nameCharactersMax = 2_000

type Limits = {bytesMax?: number; walkedFirst?: number | undefined}

export type Scans = {
  /** The documents of a scan in the order of ids. `inOrder`: the same, read as far as they are asked for. */
  documents(scan: Scan, inOrder: () => Iterable<Document>): Iterable<Document>
  /** The same where all will be asked for, in whatever order. */
  unordered(scan: Scan): Iterable<Document>
  /** To be called with the id of each document that changed. */
  drop(id: string): void
  clear(): void
}

/** Keeps what scans have read for the scans after them, which read what has changed since. */
export function openScans(
  db: DatabaseSync,
  {bytesMax = listsBytesMax, walkedFirst = walkedFirstMax}: Limits = {},
): Scans {
  const lists = openLists(bytesMax)
  const tooLarge = new Set<string>()

  function documents(scan: Scan, inOrder: () => Iterable<Document>): Iterable<Document> {
    // Those of several variants are sorted before the first of them is known: reading all takes hardly longer.
    const all = known(scan) ?? (hasOverlays(scan.options) ? readAll(scan) : undefined)
    return all?.documents ?? firstTime(scan, inOrder)
  }

  function unordered(scan: Scan): Iterable<Document> {
    return (
      (known(scan) ?? readAll(scan))?.documents ?? documentsOf(scanned(db, scan, ofTypes(scan)))
    )
  }

  function known(scan: Scan): List | undefined {
    const list = lists.find(scan)
    if (!list || list.changed.size === 0) return list
    const renewed = renew(db, list)
    lists.keep(renewed)
    return renewed
  }

  function* firstTime(scan: Scan, inOrder: () => Iterable<Document>): Generator<Document> {
    let walked = 0
    for (const document of inOrder()) {
      yield document
      walked += 1
      const list = walked === walkedFirst ? readAll(scan) : undefined
      if (list) return yield* list.documents.slice(walked)
    }
  }

  /** Undefined where there is no room for it. */
  function readAll(scan: Scan): List | undefined {
    const name = JSON.stringify(scan)
    if (name.length > nameCharactersMax || tooLarge.has(name)) return undefined
    const list = read(db, scan, {rows: ofTypes(scan), bytesMax})
    if (list.bytes <= bytesMax) {
      lists.keep(list)
      return list
    }
    if (tooLarge.size >= tooLargeMax) tooLarge.clear()
    tooLarge.add(name)
    return undefined
  }

  return {documents, unordered, drop: lists.drop, clear: lists.clear}
}

const ofTypes = ({types}: Scan): Sql =>
  types ? keyCondition('type', types, 'd.id') : {sql: 'true', values: []}

/** Stops where the list takes more memory than it may. */
function read(db: DatabaseSync, scan: Scan, {rows, bytesMax}: {rows: Sql; bytesMax: number}): List {
  const documents: Document[] = []
  let bytes = 0
  for (const one of scanned(db, scan, rows)) {
    documents.push(one.document)
    bytes += one.bytes
    if (bytes > bytesMax) break
  }
  return {scan, documents: documents.sort(byId), bytes, changed: new Set()}
}

type Scanned = {document: Document; bytes: number}

/** In the order in which they are read soonest. */
function* scanned(db: DatabaseSync, {options, fields}: Scan, rows: Sql): Generator<Scanned> {
  const isOverlaid = hasOverlays(options)
  const {column, documentOf, isIdAlone} = partOf(fields)
  // The index of types has all ids. For more, documents are read from the first to the last.
  const statement = db.prepare(`
    select d.n, d.id, d.type, ${isOverlaid ? 'd.base' : 'd.id'} as base, ${column} as found from document d
    where ${rows.sql} and ${visibleRows(options)} order by ${isIdAlone ? 'd.type, d.id' : 'd.n'}`)
  for (const row of statement.iterate(...rows.values) as Iterable<ScannedRow>) {
    const document = documentOf(row)
    const bytes = documentBytes + bytesPerCharacter * (row.found ?? row.id).length
    yield {document: isOverlaid ? overlay(document, row) : document, bytes}
  }
}

function* documentsOf(found: Iterable<Scanned>): Generator<Document> {
  for (const {document} of found) yield document
}

type ScannedRow = PartRow & {base: string}

/** Reads what has changed. */
function renew(db: DatabaseSync, {scan, documents, bytes, changed}: List): List {
  const idColumn = idColumnOf(scan.options)
  const ids = new Set(idColumn === 'd.id' ? changed : [...changed].map(publishedId))
  const among = keyCondition('id', [...ids], idColumn)
  const fresh = read(db, scan, {rows: among, bytesMax: Number.POSITIVE_INFINITY})
  const stillOfType = fresh.documents.filter(({_type}) => scan.types?.includes(_type) ?? true)
  const same = documents.filter(({_id}) => !ids.has(_id))
  return {
    scan,
    documents: [...same, ...stillOfType].sort(byId),
    bytes: (bytes * same.length) / Math.max(1, documents.length) + fresh.bytes,
    changed: new Set(),
  }
}

const byId = (one: Document, other: Document): number =>
  one._id < other._id ? -1 : one._id > other._id ? 1 : 0
