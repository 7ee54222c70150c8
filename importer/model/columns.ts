/**
 * Which columns each model may look at.
 */
import {bodyColumnCount, columns} from './features/index.ts'

/**
 * These tell that the file begins here. Half of what the headline's model learns from is copy that begins with its
 * headline, so that it would learn little else; what the first line has ahead, `firstLineLead` says in the open.
 */
const tellsTheStart =
  /^(index|largestSoFar|since.*|proseBefore|proseShareBefore.*|.*Since|.*Count|leadShareAround|.*-3)$/

export const bodyColumns = columns.slice(0, bodyColumnCount).map((_, index) => index)
export const headlineColumns = columns.flatMap((name, index) =>
  tellsTheStart.test(name) ? [] : [index],
)
