import type {DatabaseSync} from 'node:sqlite'
import {type Document, groupOf, isDotted} from '../document.ts'
import {requestError} from '../errors.ts'
import {referencesIn} from '../references.ts'
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

  function put(document: Document, seq: number): void {
    const id = document._id
    const body = JSON.stringify(document)
    if (body.length > documentCharactersMax) throw tooLarge(id)
    const {base, variant} = groupOf(id)
    const before = statements.find(id)
    if (before !== undefined) withdraw(before, id)
    const row = {type: document._type, base, variant, dotted: isDotted(id) ? 1 : 0, seq, body}
    const n = statements.write(before, {id, ...row})
    statements.derive(n, document)
    indexes.add({n, base, document})
    counts.add(document)
    cache.keep(document, body.length)
  }

  function remove(id: string): void {
    const n = statements.find(id)
    if (n === undefined) return
    withdraw(n, id)
    statements.remove(n)
    cache.drop(id)
  }

  /** Takes back what is derived from a document as it is. */
  function withdraw(n: number, id: string): void {
    const document = get(id)
    statements.clear(n)
    if (!document) return
    indexes.remove({n, base: groupOf(id).base, document})
    counts.remove(document)
  }

  return {get, put, remove}
}

function prepareWrites(db: DatabaseSync) {
  const byId = db.prepare('select n from document where id = ?')
  const insert = db.prepare(
    'insert into document (id, type, base, variant, dotted, seq, body) values (:id, :type, :base, :variant, :dotted, :seq, :body)',
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

  function write(n: number | undefined, row: Row): number {
    if (n === undefined) return Number(insert.run(row).lastInsertRowid)
    update.run(row.type, row.seq, row.body, n)
    return n
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
    write,
    clear,
    derive,
    remove: (n: number) => remove.run(n),
  }
}

type Row = {
  id: string
  type: string
  base: string
  variant: string
  dotted: number
  seq: number
  body: string
}
