import type {DatabaseSync} from 'node:sqlite'
import type {Shape} from './entries.ts'

/** An index that a query has asked for, and when it did last. `built`: up to this document. */
export type Index = Shape & {k: number; built: number; askedAt: number}

/** A shape that a query asks for; without an order, any will do. */
export type Wanted = Omit<Shape, 'order'> & {order?: string[]}

export const whole = -1
const dropped = -2

export const isUnfinished = ({built}: Index): boolean => built !== whole

/** Which indexes there are, in memory and in the file. */
export type Declared = {
  /** Those that are not whole yet among them. */
  readonly list: readonly Index[]
  /** Takes in an index of this shape, with nothing in it yet. */
  add(wanted: Wanted): Index
  /** Notes how far an index is built. */
  progress(index: Index, built: number): void
  /** Takes an index out; its number stays taken until nothing has it any more. */
  drop(index: Index): void
  /** The number of an index that was taken out; undefined where there is none. */
  firstDropped(): number | undefined
  /** Lets go of a number that nothing has any more. */
  forget(k: number): void
}

export function openDeclared(db: DatabaseSync): Declared {
  const all = db.prepare('select k, type, by, "order", built from declared where built <> ?')
  const declare = db.prepare('insert into declared (type, by, "order", built) values (?, ?, ?, 0)')
  const progress = db.prepare('update declared set built = ? where k = ?')
  const drop = db.prepare("update declared set built = ?, type = '', by = k where k = ?")
  const firstDropped = db.prepare('select k from declared where built = ? limit 1')
  const forget = db.prepare('delete from declared where k = ?')
  const list = all.all(dropped).map(indexOf)

  return {
    list,
    add({type, by, order = []}) {
      const {lastInsertRowid} = declare.run(type, JSON.stringify(by), JSON.stringify(order))
      const index = {k: Number(lastInsertRowid), type, by, order, built: 0, askedAt: 0}
      list.push(index)
      return index
    },
    progress(index, built) {
      index.built = built
      progress.run(built, index.k)
    },
    drop(index) {
      drop.run(dropped, index.k)
      list.splice(list.indexOf(index), 1)
    },
    firstDropped() {
      const k = firstDropped.get(dropped)?.k
      return k === undefined ? undefined : Number(k)
    },
    forget: (k) => void forget.run(k),
  }
}

/** Indexes that are whole in the file now, to be asked anew as another connection builds them. */
export function openWhole(db: DatabaseSync): () => Index[] {
  const all = db.prepare('select k, type, by, "order", built from declared where built = ?')
  return () => all.all(whole).map(indexOf)
}

function indexOf({k, type, by, order, built}: Record<string, unknown>): Index {
  return {
    k: Number(k),
    type: String(type),
    by: JSON.parse(String(by)),
    order: JSON.parse(String(order)),
    built: Number(built),
    askedAt: 0,
  }
}

export function serves(index: Index, {type, by, order}: Wanted): boolean {
  return index.type === type && isSame(index.by, by) && (!order || isSame(index.order, order))
}

const isSame = (one: string[], other: string[]): boolean =>
  one.length === other.length && one.every((path, at) => path === other[at])
