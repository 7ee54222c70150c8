/**
 * The dateline that opens the first paragraph: a field of its own, so that the paragraph begins with its first words.
 */
import type {Block} from '../block.ts'
import {datelineIn} from '../languages/datelines.ts'
import type {Found} from '../story.ts'
import {foundIn, spanOf} from './found.ts'

export type Opening = {
  block: Block
  dateline: Found<string>
  /** Units of the paragraph's text that belong to the dateline. */
  length: number
  /** Where the first words stand in the source. */
  end: number
}

/** Nothing where the first paragraph has none. */
export function openingOf(blocks: readonly Block[]): Opening | undefined {
  const block = blocks.find(({role}) => role === 'paragraph')
  if (!block) return undefined
  const text = block.text
  const found = datelineIn(text)
  if (!found) return undefined
  const {start, end: blockEnd} = spanOf(block)
  const raw = block.lines[0]?.text.trimStart() ?? ''
  const same = raw.startsWith(text.slice(0, found.length))
  const length = same ? found.length : (datelineIn(raw)?.length ?? 0)
  const end = length === 0 ? blockEnd : start + length
  const span = {start, end: same ? start + found.line.length : end}
  const dateline = {...foundIn(block, found.line), rule: 'dateline', span}
  return {block, dateline, length: found.length, end: length === 0 ? start : end}
}
