/**
 * Which columns each model may look at.
 */
import {bodyColumnCount, columns} from './features/index.ts'

/**
 * These tell that the file begins here. Copy that begins with its headline is most of what the headline's model learns
 * from, so that it would learn nothing else; the column `first` says it in the open.
 */
const tellsTheStart =
  /^(index|largestSoFar|since.*|proseBefore|proseShareBefore.*|.*Since|.*Count|leadShareAround|.*-3)$/

export const bodyColumns = columns.slice(0, bodyColumnCount).map((_, index) => index)
export const headlineColumns = columns.flatMap((name, index) =>
  tellsTheStart.test(name) ? [] : [index],
)
