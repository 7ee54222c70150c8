import type {DatabaseSync} from 'node:sqlite'
import {openBuilding} from './building.ts'
import {type Index, isUnfinished, openDeclared, serves, type Wanted} from './declared.ts'
import {type Drawer, openDrawer} from './drawer.ts'
import {openEntryTable} from './entryTable.ts'
import {inPauses} from './maintenance.ts'
import type {Marker} from './marker.ts'
import type {Readiness} from './readiness.ts'
import type {Reading} from './reading.ts'

/** For more indexes than this, those go that were not asked for lately. */
const indexesMax = 64
const latelyMs = 60_000
const pauseMs = 20
const msPerQuery = 500

export type Indexes = {
  /**
   * An index that is whole; one that is not there yet is begun. A query that cannot wait for it builds it for a
   * while: without it, it would have to read the same documents.
   */
  find(wanted: Wanted): Index | undefined
  /** Of all indexes, those that are not whole among them. */
  drawer: Drawer
  /** Builds at once what is begun. */
  finish(): void
  /** To be called where documents of these types have changed past this. */
  forget(types: string[]): void
  /** Ends what is done in pauses. */
  close(): void
}

type Parts = {marker: Marker; readiness: Readiness; reading: Reading}

/**
 * Indexes that queries call for by asking. One is built beside other work, a step at a time, and answers
 * once it is whole; writes keep it so.
 */
export function openIndexes(db: DatabaseSync, {marker, readiness, reading}: Parts): Indexes {
  const declared = openDeclared(db)
  const entries = openEntryTable(db, reading)
  const building = openBuilding(db, {declared, entries, marker})
  const pauses = inPauses(building.goOnWithAny, {firstMs: pauseMs, pauseMs})

  function find(wanted: Wanted): Index | undefined {
    const index = declared.list.find((one) => serves(one, wanted)) ?? begin(wanted)
    if (!index) return undefined
    index.askedAt = performance.now()
    if (isUnfinished(index) && !db.isTransaction) goOnForAQuery(index)
    return isUnfinished(index) ? undefined : index
  }

  function goOnForAQuery(index: Index): void {
    if (building.goOn(index) && !readiness.note(() => building.goOn(index))) {
      const end = performance.now() + msPerQuery
      while (building.goOn(index) && performance.now() < end);
    }
    if (isUnfinished(index)) pauses.start()
  }

  function begin(wanted: Wanted): Index | undefined {
    return db.isTransaction || !makeRoom() ? undefined : declared.add(wanted)
  }

  function makeRoom(): boolean {
    if (declared.list.length < indexesMax) return true
    const [oldest] = declared.list.toSorted((one, other) => one.askedAt - other.askedAt)
    if (!oldest || performance.now() - oldest.askedAt < latelyMs) return false
    drop(oldest)
    return true
  }

  /** What it holds is taken out bit by bit. */
  function drop(index: Index): void {
    declared.drop(index)
    pauses.start()
  }

  const drawer: Drawer = openDrawer({
    rowsOf: (filed) =>
      declared.list
        .filter(({type}) => type === filed.document._type)
        .flatMap((index) => entries.rowsOf(index, filed)),
    keyOf: ({k, group, value}) => `${k} ${group} ${Buffer.from(value).toString('latin1')}`,
    add: entries.add,
    remove: entries.remove,
  })

  return {
    find,
    drawer,
    finish() {
      while (building.goOnWithAny());
    },
    forget(types) {
      for (const index of declared.list.filter(({type}) => types.includes(type))) drop(index)
    },
    close: pauses.stop,
  }
}
