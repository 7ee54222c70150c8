import type {DatabaseSync} from 'node:sqlite'
import {type Index, openWhole, serves, type Wanted} from './declared.ts'
import type {Indexes} from './indexes.ts'
import {openMarker} from './marker.ts'

/** What a query cannot be answered without, and only the store that writes can make. */
export type Need = 'filing' | 'search' | {index: Wanted}

/** What finds documents as far as it is there, and what one query has missed of it. */
export type Needs = {
  /** To be called before each query. Without patience, it does without indexes that are not there. */
  begin(options: {isPatient: boolean}): void
  missed(): Need[]
  hasMissed(): boolean
  /** Whether all documents are filed; where not, that is missed. */
  isFiled(): boolean
  findIndex: Indexes['find']
  /** Misses what the text index has not taken in. */
  seekWords(): void
}

export function openNeeds(db: DatabaseSync): Needs {
  const marker = openMarker(db)
  const isUnsearched = db.prepare(unsearched)
  const listWhole = openWhole(db)
  const needs = new Map<string, Need>()
  let indexes: Index[] | undefined
  let isPatient = true

  function miss(need: Need): void {
    needs.set(JSON.stringify(need), need)
  }

  function isFiled(): boolean {
    const isSo = !marker.isBehind()
    if (!isSo) miss('filing')
    return isSo
  }

  return {
    begin(options) {
      needs.clear()
      indexes = undefined
      isPatient = options.isPatient
    },
    missed: () => [...needs.values()],
    hasMissed: () => needs.size > 0,
    isFiled,
    findIndex(wanted) {
      if (!isFiled()) return undefined
      indexes ??= listWhole()
      const index = indexes.find((one) => serves(one, wanted))
      if (!index && isPatient) miss({index: wanted})
      return index
    },
    seekWords() {
      if (isUnsearched.get()) miss('search')
    },
  }
}

/** A document that the text index has not taken in as it is. */
const unsearched = `select 1 from document
  where seq > coalesce((select cast(value as integer) from setting where name = 'searchSeq'), 0) limit 1`
