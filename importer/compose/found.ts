/**
 * Blocks → what was found in them, each with its place.
 */
import type {Block} from '../block.ts'
import type {Found, Span} from '../story.ts'

export function foundIn<Value>(block: Block, value: Value): Found<Value> {
  const {rule, confidence} = block
  return {value, span: spanOf(block), line: lineOf(block), rule, confidence}
}

/** From the first sign of the block to the last, blanks at either end left out. */
export function spanOf({lines}: Block): Span {
  const first = lines[0]
  const last = lines.at(-1)
  if (!first || !last) throw new Error('A block has lines.')
  const start = first.start + (first.text.length - first.text.trimStart().length)
  return {start, end: Math.max(start, last.start + last.text.trimEnd().length)}
}

export function lineOf({lines}: Block): number {
  return lines[0]?.number ?? 0
}
