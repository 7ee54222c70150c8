import type {DatabaseSync} from 'node:sqlite'
import {type Declared, type Index, isUnfinished, whole} from './declared.ts'
import type {EntryTable} from './entryTable.ts'
import {inTransaction} from './maintenance.ts'
import type {Marker} from './marker.ts'

const documentsPerStep = 500
const entriesPerStep = 2_000

/** Builds indexes a step at a time. */
export type Building = {
  /** Goes on with an index; tells whether more is left to do. */
  goOn(index: Index): boolean
  /** Goes on with any, then takes out what dropped ones hold; false where nothing is left to do. */
  goOnWithAny(): boolean
}

type Parts = {declared: Declared; entries: EntryTable; marker: Pick<Marker, 'get'>}

export function openBuilding(db: DatabaseSync, {declared, entries, marker}: Parts): Building {
  const nextDocuments = db.prepare(
    'select n, base, body from document where type = ? and n > ? and n <= ? order by n limit ?',
  )

  function goOn(index: Index): boolean {
    if (isUnfinished(index)) step(index)
    return isUnfinished(index)
  }

  /** Goes on with an index, and with those of its type that are as far as it is: they read the same documents. */
  function step(index: Index): void {
    if (db.isTransaction) return
    const {type, built: from} = index
    const together = declared.list.filter((one) => one.type === type && one.built === from)
    inTransaction(db, () => {
      const rows = next(index)
      for (const row of rows) {
        const filed = {...row, document: JSON.parse(row.body)}
        for (const one of together) entries.rowsOf(one, filed).forEach(entries.add)
      }
      const built = rows.length < documentsPerStep ? whole : (rows.at(-1)?.n ?? whole)
      for (const one of together) declared.progress(one, built)
    })
  }

  /** Documents that are not filed yet will be filed in this index, too. */
  const next = ({type, built}: Index) =>
    nextDocuments.all(type, built, marker.get(), documentsPerStep) as Row[]

  /** What is furthest behind goes on, so that it meets the others. */
  function goOnWithAny(): boolean {
    const [behind] = declared.list
      .filter(isUnfinished)
      .toSorted((one, other) => one.built - other.built)
    if (behind) step(behind)
    return behind !== undefined || emptyDropped()
  }

  /** Takes out some of what dropped indexes hold; false where there is none. */
  function emptyDropped(): boolean {
    const k = declared.firstDropped()
    if (k === undefined) return false
    if (!entries.empty(k, entriesPerStep)) declared.forget(k)
    return true
  }

  return {goOn, goOnWithAny}
}

type Row = {n: number; base: string; body: string}
