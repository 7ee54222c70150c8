import type {Document} from '../document.ts'
import type {Change} from '../work.ts'
import type {Index} from './declared.ts'
import {entriesOf} from './entries.ts'
import type {Reading} from './reading.ts'
import {type DocumentsById, shownTo} from './shown.ts'
import type {ViewOptions} from './viewSql.ts'

/** Documents that are counted together: of a type, or those of them in one group of an index. */
export type Counted = {type: string; within?: {index: Index; group: string}}

type Count = Counted & {documents: number}

/** More counts than this are not kept. */
const countsMax = 200

export type Counts = {
  /** How many documents such a reader sees; `count` is called where that is not known yet. */
  get(counted: Counted, options: ViewOptions, count: () => number): number
  /** To be called with every change once it is made. */
  change(change: Change, get: DocumentsById): void
  /** To be called where writes are taken back. */
  clear(): void
}

/** How many documents readers see, counted once and from then on with each write. */
export function openCounts(reading: Reading): Counts {
  const readers = new Map<string, {options: ViewOptions; counts: Map<string, Count>}>()
  let kept = 0

  function get(counted: Counted, options: ViewOptions, count: () => number): number {
    const reader = readers.get(JSON.stringify(options)) ?? {options, counts: new Map()}
    const key = JSON.stringify([counted.type, counted.within?.index.by, counted.within?.group])
    const known = reader.counts.get(key)
    if (known) return known.documents
    const documents = count()
    if (kept < countsMax) {
      kept++
      reader.counts.set(key, {...counted, documents})
      readers.set(JSON.stringify(options), reader)
    }
    return documents
  }

  function change({id, before, after}: Change, get: DocumentsById): void {
    for (const {options, counts} of readers.values()) {
      const was = shownTo(options, {id, document: before}, get)
      const is = shownTo(options, {id, document: after}, get)
      for (const count of counts.values()) {
        count.documents += Number(holds(count, is)) - Number(holds(count, was))
      }
    }
  }

  function holds({type, within}: Count, document: Document | undefined): boolean {
    if (type !== document?._type) return false
    if (!within) return true
    return entriesOf(document, within.index, reading).some(({group}) => group === within.group)
  }

  return {
    get,
    change,
    clear() {
      readers.clear()
      kept = 0
    },
  }
}
