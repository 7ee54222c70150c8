import type {DatabaseSync} from 'node:sqlite'
import {type Filing, openFiling} from './filing.ts'
import {type Indexes, openIndexes} from './indexes.ts'
import {openFields, openReferences} from './keys.ts'
import {openMarker} from './marker.ts'
import type {Need} from './needs.ts'
import type {Readiness} from './readiness.ts'
import type {Reading} from './reading.ts'
import {openSearch, type Search} from './search.ts'

/** What finds the documents of a dataset without reading them all: by reference, by slug, by index and by word. */
export type Finders = {
  filing: Filing
  search: Search
  /** An index that is whole, once all that waits is filed; undefined until then. */
  findIndex: Indexes['find']
  /** Makes what a reader beside the store needs. */
  provide(needs: Need[]): void
  /** Builds at once what is begun. */
  finish(): void
  /** To be called where documents of these types have changed past this. */
  forget(types: string[]): void
  /** Ends what is done in pauses. */
  close(): void
}

type Parts = {readiness: Readiness; reading: Reading}

export function openFinders(db: DatabaseSync, {readiness, reading}: Parts): Finders {
  const marker = openMarker(db)
  const indexes = openIndexes(db, {marker, readiness, reading})
  const drawers = [openReferences(db), openFields(db), indexes.drawer]
  const filing = openFiling(db, {drawers, marker, readiness})
  const search = openSearch(db, readiness)

  const findIndex: Indexes['find'] = (wanted) =>
    filing.catchUp() ? indexes.find(wanted) : undefined

  return {
    filing,
    search,
    findIndex,
    provide(needs) {
      for (const need of needs) {
        if (need === 'filing') filing.catchUp()
        else if (need === 'search') search.catchUp()
        else findIndex(need.index)
      }
    },
    finish() {
      filing.catchUp()
      indexes.finish()
    },
    forget(types) {
      indexes.forget(types)
      filing.forget()
    },
    close() {
      indexes.close()
      filing.close()
      search.close()
    },
  }
}
