import type {DatabaseSync} from 'node:sqlite'
import {type Document, groupOf, isDotted, publishedId} from '../document.ts'
import {requestError} from '../errors.ts'
import {referencesIn} from '../references.ts'
import type {Change} from '../work.ts'
import type {DocumentCache} from './cache.ts'
import type {Counts} from './counts.ts'
import {fieldsOf} from './fields.ts'
import type {Indexes} from './indexes.ts'

/** The hosted lake says 32 MB. */
export const documentCharactersMax = 32_000_000

const tooLarge = (id: string) =>
  requestError(413, `Document "${id}" would have more than ${documentCharactersMax} characters`)

export type Documents = ReturnType<typeof openDocuments>

type Parts = {cache: DocumentCache; indexes: Indexes; counts: Counts}

/** Reads and writes documents with what is derived from them: references, fields, indexes, counts. */
export function openDocuments(db: DatabaseSync, {cache, indexes, counts}: Parts) {
  const byId = db.prepare('select body from document where id = ?')
  const statements = prepareWrites(db)

  function get(id: string): Document | undefined {
    const known = cache.byId(id)
    if (known) return known
    const row = byId.get(id)
    if (!row) return undefined
    const body = String(row.body)
    const document = JSON.parse(body) as Document
    cache.keep(document, body.length)
    return document
  }

  /** Brings what is kept from `before`, which it has to be, to `after`. */
  function change(made: Change, seq: number): void {
    const {id, before, after} = made
    const n = before && statements.find(id)
    if (before && n !== undefined) withdraw(n, before)
    if (after) put(after, {n, seq})
    else if (n !== undefined) remove(n, id)
    counts.change(made, get)
  }

  function put(document: Document, {n, seq}: {n: number | undefined; seq: number}): void {
    const body = JSON.stringify(document)
    if (body.length > documentCharactersMax) throw tooLarge(document._id)
    const row = {document, seq, body}
    if (n === undefined) {
      add(statements.insert(row), document)
      return
    }
    statements.update(n, row)
    add(n, document)
    // What is new is not kept: an import would push out what readers ask for.
    cache.keep(document, body.length)
  }

  function remove(n: number, id: string): void {
    statements.remove(n)
    cache.drop(id)
  }

  /** Adds what is derived from a document. */
  function add(n: number, document: Document): void {
    statements.derive(n, document)
    indexes.add({n, base: publishedId(document._id), document})
  }

  /** Takes back what is derived from a document. */
  function withdraw(n: number, document: Document): void {
    statements.clear(n)
    indexes.remove({n, base: publishedId(document._id), document})
  }

  return {get, change}
}

function prepareWrites(db: DatabaseSync) {
  const byId = db.prepare('select n from document where id = ?')
  const insert = db.prepare(
    'insert into document (id, type, base, variant, dotted, seq, body) values (?, ?, ?, ?, ?, ?, ?)',
  )
  const update = db.prepare('update document set type = ?, seq = ?, body = ? where n = ?')
  const remove = db.prepare('delete from document where n = ?')
  const clearReferences = db.prepare('delete from reference where source = ?')
  const clearFields = db.prepare('delete from field where source = ?')
  const addReference = db.prepare(
    `insert into reference (target, source, weak) values (?, ?, ?)
     on conflict do update set weak = min(weak, excluded.weak)`,
  )
  const addField = db.prepare('insert or ignore into field (path, value, source) values (?, ?, ?)')

  /** Returns the document's number. */
  function add({document: {_id: id, _type: type}, seq, body}: Row): number {
    const {base, variant} = groupOf(id)
    const dotted = isDotted(id) ? 1 : 0
    return Number(insert.run(id, type, base, variant, dotted, seq, body).lastInsertRowid)
  }

  function clear(n: number): void {
    clearReferences.run(n)
    clearFields.run(n)
  }

  function derive(n: number, document: Document): void {
    for (const {target, weak} of referencesIn(document)) addReference.run(target, n, weak ? 1 : 0)
    for (const [path, value] of fieldsOf(document)) addField.run(path, value, n)
  }

  return {
    find: (id: string) => byId.get(id)?.n as number | undefined,
    insert: add,
    update: (n: number, {document, seq, body}: Row) =>
      void update.run(document._type, seq, body, n),
    clear,
    derive,
    remove: (n: number) => remove.run(n),
  }
}

/** A document with the transaction that wrote it, and its JSON. */
type Row = {document: Document; seq: number; body: string}
