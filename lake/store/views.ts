import type {DatabaseSync, StatementSync} from 'node:sqlite'
import type {Document, Variant} from '../document.ts'
import type {DocumentCache} from './cache.ts'
import type {Documents} from './documents.ts'
import type {Orders} from './orders.ts'
import type {Search} from './search.ts'
import {
  conditionFor,
  inList,
  type Lookup,
  seesAll,
  type ViewOptions,
  visibleRows,
} from './view-sql.ts'

/** The documents of one type by the value at a path. */
export type Ordering = {type: string; path: string; descending: boolean}

export type View = ReturnType<ReturnType<typeof openViews>>

/** A row of a view: bodies are read only where the document is not at hand. */
type Row = {n: number; id: string; base: string}

type Parts = {cache: DocumentCache; documents: Documents; orders: Orders; search: Search}

/** Views over one dataset. Answers come in the order of ids, as the hosted lake's do. */
export function openViews(db: DatabaseSync, {cache, documents, orders, search}: Parts) {
  const statements = new Map<string, StatementSync>()
  const presenter = openPresenter(db, cache)

  function prepared(sql: string): StatementSync {
    const statement = statements.get(sql) ?? db.prepare(sql)
    statements.set(sql, statement)
    return statement
  }

  return (options: ViewOptions) => {
    const visible = visibleRows(options)
    const isRaw = options.perspective === 'raw'
    const idColumn = isRaw ? 'd.id' : 'd.base'

    const present = (row: Row): Document => presenter(row, options)

    function where(condition: string, ...values: (string | number)[]): Document[] {
      const sql = `select d.n, d.id, d.base from document d where ${condition} and ${visible} order by ${idColumn}`
      return (prepared(sql).all(...values) as Row[]).map(present)
    }

    function get(id: string): Document | undefined {
      if (seesAll(options)) return documents.get(id)
      return where(`${idColumn} = ?`, id)[0]
    }

    /** The documents that meet any of the lookups. */
    function select(lookups: Lookup[]): Document[] {
      const conditions = lookups.map((lookup) => conditionFor(lookup, idColumn))
      const sql = conditions.map((condition) => condition.sql).join(' or ')
      return where(`(${sql})`, ...conditions.flatMap((condition) => condition.values))
    }

    /** Pages of documents by the value at a path; undefined while there is no such order. */
    function ordered(order: Ordering, sizeOf: (page: number) => number) {
      const k = orders.find(order.type, order.path)
      if (k === undefined) return undefined
      const direction = order.descending ? 'desc' : 'asc'
      const sql = `select d.n, d.id, d.base, o.value as key from ordered o cross join document d on d.n = o.n where o.k = ? and ${visible} order by o.value ${direction}, o.n ${direction} limit ? offset ?`
      return pages((limit, offset) => {
        const rows = prepared(sql).all(k, limit, offset) as (Row & {key: Uint8Array})[]
        return rows.map((row) => ({document: present(row), key: row.key}))
      }, sizeOf)
    }

    return {
      get,
      all: () => where('true'),
      ordered,
      /** How many documents of a type there are. */
      count: (type: string) =>
        Number(
          prepared(`select count(*) as n from document d where d.type = ? and ${visible}`).get(type)
            ?.n,
        ),
      select,
      referencing: (id: string) => select([{by: 'references', values: [id]}]),
      /** Ids of the documents that match, with their ranks. */
      search(expression: string): Map<string, number> {
        const ranks = new Map(search.find(expression).map(({n, rank}) => [n, rank]))
        const sql = `select d.n, d.id, d.base from document d where d.n ${inList} and ${visible}`
        const rows = prepared(sql).all(JSON.stringify([...ranks.keys()])) as Row[]
        return new Map(rows.map((row) => [present(row)._id, ranks.get(row.n) ?? 0]))
      },
    }
  }
}

function* pages<T>(
  read: (limit: number, offset: number) => T[],
  sizeOf: (page: number) => number,
): Generator<T[]> {
  for (let page = 0, offset = 0; ; page++) {
    const size = sizeOf(page)
    const rows = read(size, offset)
    if (rows.length > 0) yield rows
    if (rows.length < size) return
    offset += size
  }
}

/** Turns rows into documents as a perspective shows them; the same document is the same object each time. */
function openPresenter(db: DatabaseSync, cache: DocumentCache) {
  const body = db.prepare('select body from document where n = ?')
  const overlays = new WeakMap<Document, Document>()
  const read = ({n, id}: Row) => cache.keep({n, id, body: String(body.get(n)?.body)})
  return (row: Row, {perspective}: ViewOptions): Document => {
    const document = cache.byId(row.id) ?? read(row)
    if (!overlaid(perspective)) return document
    const known = overlays.get(document)
    if (known) return known
    const overlay = {...document, _id: row.base, _originalId: row.id}
    overlays.set(document, overlay)
    return overlay
  }
}

/** Published documents stand under their own id in any case. */
const overlaid = (perspective: 'raw' | Variant[]) =>
  perspective !== 'raw' && perspective.some((variant) => variant !== '')
