import {type Document, groupOf, isDotted} from '../document.ts'
import {entriesOf} from './entries.ts'
import type {Index} from './indexes.ts'
import type {Reading} from './reading.ts'
import type {ViewOptions} from './view-sql.ts'

/** Documents that are counted together: of a type, or those of them in one group of an index. */
export type Counted = {type: string; within?: {index: Index; group: string}}

type Count = {counted: Counted; options: ViewOptions; documents: number}

/** More counts than this are not kept. */
const countsMax = 200

export type Counts = ReturnType<typeof openCounts>

/**
 * How many documents readers see, counted once and from then on with each write. Kept for readers to whom
 * documents do not stand for one another.
 */
export function openCounts(reading: Reading) {
  const known = new Map<string, Count>()

  function get(counted: Counted, options: ViewOptions, count: () => number): number {
    const {perspective} = options
    if (perspective !== 'raw' && perspective.length > 1) return count()
    const key = JSON.stringify([
      counted.type,
      counted.within?.index.k,
      counted.within?.group,
      options,
    ])
    const one = known.get(key) ?? {counted, options, documents: count()}
    if (known.size < countsMax) known.set(key, one)
    return one.documents
  }

  function change(document: Document, by: 1 | -1): void {
    for (const count of known.values()) if (holds(count, document, reading)) count.documents += by
  }

  return {
    get,
    add: (document: Document) => change(document, 1),
    remove: (document: Document) => change(document, -1),
    /** To be called where writes are taken back. */
    clear: () => known.clear(),
  }
}

function holds(
  {counted: {type, within}, options}: Count,
  document: Document,
  reading: Reading,
): boolean {
  if (type !== document._type || !isSeen(document._id, options)) return false
  if (!within) return true
  return entriesOf(document, within.index, reading).some(({group}) => group === within.group)
}

function isSeen(id: string, {perspective, loggedIn, withoutVersions}: ViewOptions): boolean {
  if (!loggedIn && isDotted(id)) return false
  const {variant} = groupOf(id)
  if (perspective === 'raw') return !(withoutVersions && variant.startsWith('versions.'))
  return perspective.every((one) => one === variant)
}
