/**
 * Where a story closes by its own sign: a counter of its reads. What stands right above it is the end of the body, however
 * unsure the model is of it.
 */
import {countIn} from './languages/counters.ts'
import {isProse} from './model/prose.ts'
import type {Rule} from './rules/rule.ts'
import {endings, type Shape} from './shape.ts'

/** Lines looked at above the counter. */
const linesMax = 12
const subheadingCharsMax = 90

/** The lines that belong to the body because the counter that closes the story stands below them; by index. */
export function linesAboveCounter(
  lines: readonly Shape[],
  named: readonly (Rule | undefined)[],
  isBody: readonly boolean[],
): ReadonlySet<number> {
  const last = isBody.lastIndexOf(true)
  const counter = lines.findIndex(({index}) => index > last && named[index]?.name === 'counter')
  const near = last >= 0 && counter > last + 1 && counter - last <= linesMax
  if (!near || !isOfReads(lines[counter])) return none
  const between = lines.slice(last + 1, counter)
  const open = between.every(({index}) => !named[index] || named[index]?.name === 'readMore')
  const end = between.at(-1)
  if (!open || !end || !isProse(end) || named[end.index]) return none
  const found = between.filter(
    (shape) => !named[shape.index] && (isProse(shape) || isSubheading(shape, lines)),
  )
  return new Set(found.map(({index}) => index))
}

const none: ReadonlySet<number> = new Set()

function isOfReads(shape: Shape | undefined): boolean {
  const counts = countIn(shape?.text ?? '')?.counts
  return counts === 'reads' || counts === 'views'
}

/** A short line that blank lines part from the text on either side. */
function isSubheading(
  {index, text, ending, blanksBefore}: Shape,
  lines: readonly Shape[],
): boolean {
  const parted = blanksBefore > 0 && (lines[index + 1]?.blanksBefore ?? 0) > 0
  return parted && ending === endings.none && text.length <= subheadingCharsMax
}
