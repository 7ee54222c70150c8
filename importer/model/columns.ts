/**
 * Which columns each model may look at.
 */
import {columns} from './features/index.ts'
import {likelyColumns} from './features/likely.ts'

/** For the headline alone, or worked out from the body's model. */
const headlineOnly: ReadonlySet<string> = new Set([
  'toTolerant',
  'toPlain',
  'toStrict',
  'relativeSize',
  'largestSoFar',
  'first',
  'twinAbove',
  'twinBelow',
  'aroundBehind',
  'furnitureBehind',
  'proseToStretch',
  ...likelyColumns,
])

/**
 * These tell that the file begins here. Copy that begins with its headline is most of what the headline's model learns
 * from, so that it would learn nothing else; the column `first` says it in the open.
 */
const tellsTheStart =
  /^(index|largestSoFar|since.*|proseBefore|proseShareBefore.*|.*Since|.*Count|leadShareAround|.*-3)$/

export const bodyColumns = indexesOf((name) => !headlineOnly.has(name))
export const headlineColumns = indexesOf((name) => !tellsTheStart.test(name))

function indexesOf(keep: (name: string) => boolean): number[] {
  return columns.flatMap((name, index) => (keep(name) ? [index] : []))
}
