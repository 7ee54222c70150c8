/**
 * The section of a story: the one given, or the only one that the text names.
 */
import type {Block} from '../block.ts'
import type {ComposeOptions, Story} from '../story.ts'
import {foundIn, textOf} from './found.ts'

export function sectionOf(
  blocks: readonly Block[],
  given: ComposeOptions['section'],
): Story['section'] {
  if (given) {
    return {...given, span: {start: 0, end: 0}, line: 0, rule: given.origin, confidence: 1}
  }
  const labels = blocks.filter(({role}) => role === 'section')
  const [label] = labels
  const names = new Set(labels.map((block) => textOf(block).toLowerCase()))
  return label && names.size === 1 ? {...foundIn(label, textOf(label)), origin: 'label'} : undefined
}
