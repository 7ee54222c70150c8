/**
 * How blank lines part a file: blocks without any inside, and what the story's paragraphs have around them. Browsers put
 * none between the items of a list, and one between paragraphs.
 */
import type {Shape} from '../shape.ts'
import {int32s} from '../slab.ts'

export type Spacing = {
  /** Whether there is any blank line. */
  spaced: boolean
  /** For each line, the first line of its block, and the line behind its last. */
  from: Int32Array
  to: Int32Array
  /** Blank lines before and behind most paragraphs of the story; -1 where there are none. */
  before: number
  behind: number
}

export const blanksMax = 3

export function spacingOf(
  lines: readonly Shape[],
  isParagraph: (index: number) => boolean,
): Spacing {
  const from = int32s(lines.length)
  const to = int32s(lines.length)
  let spaced = false
  for (let start = 0; start < lines.length; ) {
    let end = start + 1
    while (end < lines.length && lines[end]?.blanksBefore === 0) end++
    from.fill(start, start, end)
    to.fill(end, start, end)
    if (end < lines.length) spaced = true
    start = end
  }
  return {spaced, from, to, ...commonBlanks(lines, isParagraph)}
}

/** The most common pair. */
function commonBlanks(lines: readonly Shape[], isParagraph: (index: number) => boolean) {
  const counts = int32s((blanksMax + 1) ** 2)
  for (const {index} of lines) {
    if (isParagraph(index))
      counts[pairAt(lines, index)] = (counts[pairAt(lines, index)] as number) + 1
  }
  const most = counts.reduce(
    (best, count, pair) => (count > (counts[best] as number) ? pair : best),
    0,
  )
  if (counts[most] === 0) return {before: -1, behind: -1}
  return {before: Math.floor(most / (blanksMax + 1)), behind: most % (blanksMax + 1)}
}

function pairAt(lines: readonly Shape[], index: number): number {
  return blanksBefore(lines, index) * (blanksMax + 1) + blanksBehind(lines, index)
}

export function blanksBefore(lines: readonly Shape[], index: number): number {
  return Math.min(lines[index]?.blanksBefore ?? 0, blanksMax)
}

/** Behind the last line of a file as mostly behind a line: it must not know that it is the last. */
export function blanksBehind(lines: readonly Shape[], index: number): number {
  return Math.min(lines[index + 1]?.blanksBefore ?? 1, blanksMax)
}
