/**
 * The section of a story: the one given, the folder's name, or the only one that the text names.
 */
import type {Block} from '../block.ts'
import {says, wordingOf} from '../languages/wordings.ts'
import {sectionName} from '../layout.ts'
import type {ComposeOptions, Story} from '../story.ts'
import {foundIn} from './found.ts'

export function sectionOf(
  file: string,
  blocks: readonly Block[],
  {section, layout}: ComposeOptions,
): Story['section'] {
  const given = section ?? folderOf(file, layout)
  if (given) {
    return {...given, span: {start: 0, end: 0}, line: 0, rule: given.origin, confidence: 1}
  }
  const labels = blocks.filter(({role}) => role === 'section')
  const [label] = labels
  const names = new Set(labels.map((block) => sectionName(block.text, layout).toLowerCase()))
  return label && names.size === 1
    ? {...foundIn(label, sectionName(label.text, layout)), origin: 'label'}
    : undefined
}

/** `world/talks.txt` belongs to World; a folder whose name is no section's says nothing of the story. */
function folderOf(file: string, layout: ComposeOptions['layout']): ComposeOptions['section'] {
  const words = (file.split('/').at(-2) ?? '').replace(/[-_]+/g, ' ').trim()
  if (words === '') return undefined
  const named = sectionName(words, layout)
  const known = named !== words || (wordingOf(words.toLowerCase(), words) & says.sectionName) !== 0
  if (!known) return undefined
  return {value: named.charAt(0).toUpperCase() + named.slice(1), origin: 'folder'}
}
