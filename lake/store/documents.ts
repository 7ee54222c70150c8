import type {DatabaseSync} from 'node:sqlite'
import {type Document, groupOf, isDotted} from '../document.ts'
import {requestError} from '../errors.ts'
import {referencesIn} from '../references.ts'
import type {DocumentCache} from './cache.ts'
import type {Orders} from './orders.ts'
import {valueAt} from './path.ts'

/** A row as it is read: its number in the dataset and its JSON. */
export type Row = {n: number; id: string; body: string}

/** Paths whose values are indexed, so that `slug.current == $slug` finds its document at once. */
export const indexedFields = ['slug.current'] as const
export type IndexedField = (typeof indexedFields)[number]

/** The hosted lake says 32 MB. */
export const documentCharactersMax = 32_000_000

const tooLarge = (id: string) =>
  requestError(413, `Document "${id}" would have more than ${documentCharactersMax} characters`)

export type Documents = ReturnType<typeof openDocuments>

/** Reads and writes documents with what is derived from them: references and declared fields. */
export function openDocuments(
  db: DatabaseSync,
  {cache, orders}: {cache: DocumentCache; orders: Orders},
) {
  const byId = db.prepare('select n, id, body from document where id = ?')
  const statements = prepareWrites(db)

  function get(id: string): Document | undefined {
    const known = cache.byId(id)
    if (known) return known
    const row = byId.get(id) as Row | undefined
    return row && cache.keep(row)
  }

  function put(document: Document, seq: number): void {
    const id = document._id
    const body = JSON.stringify(document)
    if (body.length > documentCharactersMax) throw tooLarge(id)
    const {base, variant} = groupOf(id)
    const row = {type: document._type, base, variant, dotted: isDotted(id) ? 1 : 0, seq, body}
    const {n, fresh} = statements.upsert({id, ...row})
    if (!fresh) clear(n)
    statements.derive(n, document)
    orders.derive(n, document)
    cache.keep({n, id, body}, document)
  }

  function clear(n: number): void {
    statements.clear(n)
    orders.clear(n)
  }

  function remove(id: string): void {
    const row = byId.get(id) as Row | undefined
    if (!row) return
    clear(row.n)
    statements.remove(row.n)
    cache.drop(id)
  }

  return {get, put, remove}
}

function prepareWrites(db: DatabaseSync) {
  const find = db.prepare('select n from document where id = ?')
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

  function upsert(row: {id: string; type: string; seq: number; body: string} & Columns) {
    const existing = find.get(row.id) as {n: number} | undefined
    if (!existing) return {n: Number(insert.run(row).lastInsertRowid), fresh: true}
    update.run(row.type, row.seq, row.body, existing.n)
    return {n: existing.n, fresh: false}
  }

  function clear(n: number): void {
    clearReferences.run(n)
    clearFields.run(n)
  }

  function derive(n: number, document: Document): void {
    for (const {target, weak} of referencesIn(document)) addReference.run(target, n, weak ? 1 : 0)
    for (const [path, value] of fieldsOf(document)) addField.run(path, value, n)
  }

  return {upsert, clear, derive, remove: (n: number) => remove.run(n)}
}

type Columns = {base: string; variant: string; dotted: number}

/** The declared fields that a document has, with their values. */
export function fieldsOf(document: Document): [IndexedField, string][] {
  return indexedFields.flatMap((path): [IndexedField, string][] => {
    const value = valueAt(document, path)
    return typeof value === 'string' ? [[path, value]] : []
  })
}
