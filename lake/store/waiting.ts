/** Documents that wait to be filed, and the rows that each of them will have in the drawers. */
import type {DatabaseSync} from 'node:sqlite'
import type {Drawer, Filed} from './drawer.ts'
import type {Marker} from './marker.ts'

/** No more rows are in memory. */
const rowsMax = 200_000

export type Waiting = {
  /** Adds a new document; where the rows of those before it are not known, it is read again with them. */
  push(filed: Filed): void
  /** Writes the rows of all that wait, or of at most so many documents where they have to be read again. */
  file(documentsMax: number): void
  /** Whether more rows are in memory than may be. */
  isFull(): boolean
  /** To be called where what waits has changed past this, or is taken back. */
  forget(): void
  /** To be called once what `file` has written will stay. */
  beginAnew(): void
}

/** The rows of those that wait are in memory; where they cannot be, the documents are read again. */
export function openWaiting(
  db: DatabaseSync,
  {drawers, marker}: {drawers: Drawer[]; marker: Marker},
): Waiting {
  const waiting = db.prepare('select n, base, body from document where n > ? order by n limit ?')

  /** The rows of all that waits; undefined where they are not known. */
  let atHand = marker.isBehind() ? undefined : openBundle(drawers)

  function readAgain(documentsMax: number): Bundle {
    const bundle = openBundle(drawers)
    for (const {n, base, body} of waiting.iterate(marker.get(), documentsMax)) {
      bundle.push({n: Number(n), base: String(base), document: JSON.parse(String(body))})
      if (bundle.rows() > rowsMax) break
    }
    return bundle
  }

  return {
    push: (filed) => atHand?.push(filed),
    file(documentsMax) {
      const bundle = atHand ?? readAgain(documentsMax)
      // Where it fails to be written, the documents are still there.
      atHand = undefined
      bundle.write()
      marker.set(bundle.last())
    },
    isFull: () => (atHand?.rows() ?? 0) > rowsMax,
    forget() {
      atHand = undefined
    },
    beginAnew() {
      if (!marker.isBehind()) atHand = openBundle(drawers)
    },
  }
}

/** The rows of some documents in all drawers. */
type Bundle = {
  push(filed: Filed): void
  write(): void
  rows(): number
  /** The number of the document that came last. */
  last(): number
}

function openBundle(drawers: Drawer[]): Bundle {
  const stacks = drawers.map((drawer) => drawer.stack())
  let last = 0
  return {
    push(filed) {
      for (const stack of stacks) stack.push(filed)
      last = filed.n
    },
    write() {
      for (const stack of stacks) stack.write()
    },
    rows: () => stacks.reduce((sum, stack) => sum + stack.rows(), 0),
    last: () => last,
  }
}
