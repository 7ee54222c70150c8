import type {DatabaseSync} from 'node:sqlite'
import type {Document} from '../document.ts'
import {inPauses, inTransaction} from './maintenance.ts'
import {valueAt} from './path.ts'
import {sortValue} from './sort-value.ts'

/** An order that queries have asked for: the documents of a type by the value at a path. */
type Order = {k: number; type: string; path: string; built: number}

/** More orders than this are not kept; the queries that want them sort for themselves. */
const ordersMax = 64
const documentsPerStep = 500
const pauseMs = 20
const never = -1

export type Orders = ReturnType<typeof openOrders>

/**
 * Indexes that queries call for by asking. One is built beside other work, a step at a time, and answers
 * once it is whole; writes keep it so.
 */
export function openOrders(db: DatabaseSync) {
  const statements = prepareStatements(db)
  const known = new Map(statements.list().map((order) => [nameOf(order.type, order.path), order]))

  /** The number of an order that is whole; one that is not there yet is begun. */
  function find(type: string, path: string): number | undefined {
    const order = known.get(nameOf(type, path)) ?? declare(type, path)
    if (order && order.built !== never) step(order)
    if (order && order.built !== never) builder.start()
    return order?.built === never ? order.k : undefined
  }

  function declare(type: string, path: string): Order | undefined {
    if (known.size >= ordersMax || db.isTransaction) return undefined
    const order = {k: statements.declare(type, path), type, path, built: 0}
    known.set(nameOf(type, path), order)
    return order
  }

  /** Small datasets are done in the first step, within the query that asked. */
  function step(order: Order): void {
    if (db.isTransaction) return
    inTransaction(db, () => {
      const rows = statements.next(order, documentsPerStep)
      for (const {n, body} of rows) add(order, n, JSON.parse(body))
      order.built = rows.length < documentsPerStep ? never : (rows.at(-1)?.n ?? never)
      statements.progress(order)
    })
  }

  const builder = inPauses(
    () => {
      const unfinished = [...known.values()].find(({built}) => built !== never)
      if (unfinished) step(unfinished)
      return unfinished !== undefined
    },
    {firstMs: pauseMs, pauseMs},
  )

  const add = (order: Order, n: number, document: Document): void =>
    statements.add(order.k, sortValue(valueAt(document, order.path)), n)

  return {
    find,
    /** To be called inside a write, once the document's old values are cleared. */
    derive(n: number, document: Document): void {
      for (const order of known.values()) if (order.type === document._type) add(order, n, document)
    },
    clear(n: number): void {
      if (known.size > 0) statements.clear(n)
    },
    close: builder.stop,
  }
}

const nameOf = (type: string, path: string): string => `${type}\0${path}`

function prepareStatements(db: DatabaseSync) {
  const list = db.prepare('select k, type, path, built from declared')
  const declare = db.prepare('insert into declared (type, path, built) values (?, ?, 0)')
  const progress = db.prepare('update declared set built = ? where k = ?')
  const next = db.prepare(
    'select n, body from document where type = ? and n > ? order by n limit ?',
  )
  const add = db.prepare('insert or ignore into ordered (k, value, n) values (?, ?, ?)')
  const clear = db.prepare('delete from ordered where n = ?')
  return {
    list: () => list.all() as Order[],
    declare: (type: string, path: string) => Number(declare.run(type, path).lastInsertRowid),
    progress: ({built, k}: Order) => progress.run(built, k),
    next: ({type, built}: Order, limit: number) =>
      next.all(type, built, limit) as {n: number; body: string}[],
    add: (k: number, value: Uint8Array, n: number) => void add.run(k, value, n),
    clear: (n: number) => void clear.run(n),
  }
}
