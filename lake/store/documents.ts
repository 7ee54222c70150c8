/** Documents as rows, and all that has to follow them: filing, counts, the cache. */
import type {DatabaseSync} from 'node:sqlite'
import {type Document, groupOf, isDotted} from '../document.ts'
import {requestError} from '../errors.ts'
import type {Change} from '../work.ts'
import type {DocumentCache} from './cache.ts'
import type {Counts} from './counts.ts'
import type {Filing} from './filing.ts'
import type {DocumentsById} from './shown.ts'

/** The hosted lake says 32 MB. */
export const documentCharactersMax = 32_000_000

const tooLarge = (id: string) =>
  requestError(413, `Document "${id}" would have more than ${documentCharactersMax} characters`)

export type Documents = {
  get: DocumentsById
  /**
   * Brings what is kept from `before`, which it has to be, to `after`, inside a write.
   * @throws LakeError 413 where the document would be too long.
   */
  change(made: Change, seq: number): void
}

type Parts = {cache: DocumentCache; counts: Counts; filing: Filing}

/** Reads and writes documents, and keeps up with them what is derived from them. */
export function openDocuments(db: DatabaseSync, {cache, counts, filing}: Parts): Documents {
  const get = openLookup(db, cache)
  const statements = prepareWrites(db)

  function change(made: Change, seq: number): void {
    const {id, before, after} = made
    const n = before && statements.find(id)
    if (before && n !== undefined) filing.change(n, before, after)
    if (after) put(after, {n, seq})
    else if (n !== undefined) remove(n, id)
    counts.change(made, get)
  }

  function put(document: Document, {n, seq}: {n: number | undefined; seq: number}): void {
    const body = JSON.stringify(document)
    if (body.length > documentCharactersMax) throw tooLarge(document._id)
    const row = {document, seq, body}
    if (n === undefined) {
      filing.addNew(statements.insert(row), document)
      return
    }
    statements.update(n, row)
    // What is new is not kept: an import would push out what readers ask for.
    cache.keep(document, body.length)
  }

  function remove(n: number, id: string): void {
    statements.remove(n)
    cache.drop(id)
  }

  return {get, change}
}

/** Reads a document by its id. */
export function openLookup(db: DatabaseSync, cache: DocumentCache): DocumentsById {
  const byId = db.prepare('select body from document where id = ?')
  return (id) => {
    const known = cache.byId(id)
    if (known) return known
    const row = byId.get(id)
    if (!row) return undefined
    const body = String(row.body)
    const document = JSON.parse(body) as Document
    cache.keep(document, body.length)
    return document
  }
}

function prepareWrites(db: DatabaseSync) {
  const byId = db.prepare('select n from document where id = ?')
  const insert = db.prepare(
    'insert into document (id, type, base, variant, dotted, seq, body) values (?, ?, ?, ?, ?, ?, ?)',
  )
  const update = db.prepare('update document set type = ?, seq = ?, body = ? where n = ?')
  const remove = db.prepare('delete from document where n = ?')

  return {
    find: (id: string) => byId.get(id)?.n as number | undefined,
    /** Returns the document's number. */
    insert({document: {_id: id, _type: type}, seq, body}: Row): number {
      const {base, variant} = groupOf(id)
      const dotted = isDotted(id) ? 1 : 0
      return Number(insert.run(id, type, base, variant, dotted, seq, body).lastInsertRowid)
    },
    update: (n: number, {document, seq, body}: Row) =>
      void update.run(document._type, seq, body, n),
    remove: (n: number) => void remove.run(n),
  }
}

/** A document with the transaction that wrote it, and its JSON. */
type Row = {document: Document; seq: number; body: string}
