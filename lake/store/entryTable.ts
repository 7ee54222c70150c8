import type {DatabaseSync} from 'node:sqlite'
import {groupOf, isDotted} from '../document.ts'
import type {Index} from './declared.ts'
import type {Filed} from './drawer.ts'
import {type Entry, entriesOf} from './entries.ts'
import type {Reading} from './reading.ts'

/** An entry of a document in the index of this number. */
export type EntryRow = Entry & {k: number; n: number; base: string; id: string}

/** The table that holds what is in the indexes. */
export type EntryTable = {
  /** What a document has in an index. */
  rowsOf(index: Index, filed: Filed): EntryRow[]
  add(row: EntryRow): void
  remove(row: EntryRow): void
  /** Takes out up to so many entries of an index; false where it has none. */
  empty(k: number, entriesMax: number): boolean
}

export function openEntryTable(db: DatabaseSync, reading: Reading): EntryTable {
  const add = db.prepare(
    'insert or ignore into entry (k, "group", value, base, n, variant, dotted) values (?, ?, ?, ?, ?, ?, ?)',
  )
  const remove = db.prepare(
    'delete from entry where k = ? and "group" = ? and value = ? and base = ? and n = ?',
  )
  const key = 'k, "group", value, base, n'
  const empty = db.prepare(
    `delete from entry where (${key}) in (select ${key} from entry where k = ? limit ?)`,
  )

  return {
    rowsOf(index, {n, base, document}) {
      const {k} = index
      const id = document._id
      return entriesOf(document, index, reading).map((entry) => ({...entry, k, n, base, id}))
    },
    add({k, group, value, base, n, id}) {
      add.run(k, group, value, base, n, groupOf(id).variant, isDotted(id) ? 1 : 0)
    },
    remove: ({k, group, value, base, n}) => void remove.run(k, group, value, base, n),
    empty: (k, entriesMax) => empty.run(k, entriesMax).changes !== 0,
  }
}
