import type {DatabaseSync} from 'node:sqlite'
import {groupOf, isDotted} from '../document.ts'
import {type Drawer, type Filed, openDrawer} from './drawer.ts'
import {type Entry, entriesOf, type Shape} from './entries.ts'
import {inPauses, inTransaction} from './maintenance.ts'
import type {Marker} from './marker.ts'
import type {Readiness} from './readiness.ts'
import type {Reading} from './reading.ts'

/** An index that a query has asked for, and when it did last. `built`: up to this document. */
export type Index = Shape & {k: number; built: number; askedAt: number}

/** A shape that a query asks for; without an order, any will do. */
export type Wanted = Omit<Shape, 'order'> & {order?: string[]}

/** For more indexes than this, those go that were not asked for lately. */
const indexesMax = 64
const latelyMs = 60_000
const documentsPerStep = 500
const entriesPerStep = 2_000
const pauseMs = 20
const msPerQuery = 500
const whole = -1
const dropped = -2

export type Indexes = ReturnType<typeof openIndexes>

/**
 * Indexes that queries call for by asking. One is built beside other work, a step at a time, and answers
 * once it is whole; writes keep it so.
 */
export function openIndexes(
  db: DatabaseSync,
  {marker, readiness, reading}: {marker: Marker; readiness: Readiness; reading: Reading},
) {
  const statements = prepareStatements(db)
  const known = statements.list()

  /**
   * An index that is whole; one that is not there yet is begun. A query that cannot wait for it builds it for a
   * while: without it, it would have to read the same documents.
   */
  function find(wanted: Wanted): Index | undefined {
    const index = known.find((one) => serves(one, wanted)) ?? declare(wanted)
    if (index) index.askedAt = performance.now()
    if (!index || db.isTransaction) return index && !isUnfinished(index) ? index : undefined
    if (isUnfinished(index)) step(index)
    if (isUnfinished(index) && !readiness.note(() => goOn(index))) {
      const end = performance.now() + msPerQuery
      while (goOn(index) && performance.now() < end);
    }
    if (!isUnfinished(index)) return index
    builder.start()
    return undefined
  }

  /** Tells whether more is left to do. */
  function goOn(index: Index): boolean {
    if (isUnfinished(index)) step(index)
    return isUnfinished(index)
  }

  function declare({type, by, order = []}: Wanted): Index | undefined {
    if (db.isTransaction || !makeRoom()) return undefined
    const shape = {type, by, order}
    const index = {k: statements.declare(shape), ...shape, built: 0, askedAt: 0}
    known.push(index)
    return index
  }

  function makeRoom(): boolean {
    if (known.length < indexesMax) return true
    const [oldest] = known.toSorted((one, other) => one.askedAt - other.askedAt)
    if (!oldest || performance.now() - oldest.askedAt < latelyMs) return false
    drop(oldest)
    return true
  }

  /** What it holds is taken out bit by bit. */
  function drop(index: Index): void {
    statements.drop(index)
    known.splice(known.indexOf(index), 1)
    builder.start()
  }

  /** Goes on with an index, and with those of its type that are as far as it is: they read the same documents. */
  function step(index: Index): void {
    if (db.isTransaction) return
    const together = known.filter(({type, built}) => type === index.type && built === index.built)
    inTransaction(db, () => {
      const rows = statements.next(index, marker.get(), documentsPerStep)
      for (const row of rows) {
        const filed = {...row, document: JSON.parse(row.body)}
        for (const one of together) entryRows(one, filed).forEach(statements.add)
      }
      const built = rows.length < documentsPerStep ? whole : (rows.at(-1)?.n ?? whole)
      for (const one of together) statements.progress(Object.assign(one, {built}))
    })
  }

  /** What is furthest behind goes on, so that it meets the others. */
  function stepOfAny(): boolean {
    const [behind] = known.filter(isUnfinished).toSorted((one, other) => one.built - other.built)
    if (behind) step(behind)
    return behind !== undefined || statements.emptyDropped(entriesPerStep)
  }

  const builder = inPauses(stepOfAny, {firstMs: pauseMs, pauseMs})

  /** Of all indexes, those that are not whole among them. */
  const drawer: Drawer = openDrawer({
    rowsOf: (filed) =>
      known
        .filter(({type}) => type === filed.document._type)
        .flatMap((index) => entryRows(index, filed)),
    keyOf: ({k, group, value}) => `${k} ${group} ${Buffer.from(value).toString('latin1')}`,
    add: statements.add,
    remove: statements.remove,
  })

  function entryRows(index: Index, {n, base, document}: Filed): EntryRow[] {
    const {k} = index
    return entriesOf(document, index, reading).map((entry) => ({
      ...entry,
      k,
      n,
      base,
      id: document._id,
    }))
  }

  return {
    find,
    drawer,
    /** Builds at once what is begun. */
    finish() {
      while (stepOfAny());
    },
    /** To be called where documents of these types have changed past this. */
    forget(types: string[]) {
      for (const index of known.filter(({type}) => types.includes(type))) {
        drop(index)
      }
    },
    close: builder.stop,
  }
}

type EntryRow = Entry & {k: number; n: number; base: string; id: string}

export function serves(index: Index, {type, by, order}: Wanted): boolean {
  return index.type === type && isSame(index.by, by) && (!order || isSame(index.order, order))
}

const isUnfinished = ({built}: Index): boolean => built !== whole

const isSame = (one: string[], other: string[]): boolean =>
  one.length === other.length && one.every((path, at) => path === other[at])

function prepareStatements(db: DatabaseSync) {
  const list = db.prepare('select k, type, by, "order", built from declared where built <> ?')
  const declare = db.prepare('insert into declared (type, by, "order", built) values (?, ?, ?, 0)')
  const progress = db.prepare('update declared set built = ? where k = ?')
  const next = db.prepare(
    'select n, base, body from document where type = ? and n > ? and n <= ? order by n limit ?',
  )
  const add = db.prepare(
    'insert or ignore into entry (k, "group", value, base, n, variant, dotted) values (?, ?, ?, ?, ?, ?, ?)',
  )
  const remove = db.prepare(
    'delete from entry where k = ? and "group" = ? and value = ? and base = ? and n = ?',
  )
  // Its number stays taken until nothing has it any more.
  const drop = db.prepare("update declared set built = ?, type = '', by = k where k = ?")
  const firstDropped = db.prepare('select k from declared where built = ? limit 1')
  const key = 'k, "group", value, base, n'
  const empty = db.prepare(
    `delete from entry where (${key}) in (select ${key} from entry where k = ? limit ?)`,
  )
  const forget = db.prepare('delete from declared where k = ?')
  return {
    list: () => list.all(dropped).map(indexOf),
    declare: ({type, by, order}: Shape) =>
      Number(declare.run(type, JSON.stringify(by), JSON.stringify(order)).lastInsertRowid),
    progress: ({built, k}: Index) => progress.run(built, k),
    /** Those that are not filed yet will be filed in this index, too. */
    next: ({type, built}: Index, filedTo: number, limit: number) =>
      next.all(type, built, filedTo, limit) as {n: number; base: string; body: string}[],
    add({k, group, value, base, n, id}: EntryRow) {
      add.run(k, group, value, base, n, groupOf(id).variant, isDotted(id) ? 1 : 0)
    },
    remove: ({k, group, value, base, n}: EntryRow) => void remove.run(k, group, value, base, n),
    drop: ({k}: Index) => void drop.run(dropped, k),
    /** Takes out some of what dropped indexes hold; false where there is none. */
    emptyDropped(entriesMax: number): boolean {
      const k = firstDropped.get(dropped)?.k
      if (k === undefined) return false
      if (empty.run(Number(k), entriesMax).changes === 0) forget.run(Number(k))
      return true
    },
  }
}

export function indexOf({k, type, by, order, built}: Record<string, unknown>): Index {
  return {
    k: Number(k),
    type: String(type),
    by: JSON.parse(String(by)),
    order: JSON.parse(String(order)),
    built: Number(built),
    askedAt: 0,
  }
}
