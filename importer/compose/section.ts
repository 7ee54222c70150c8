/**
 * The section of a story: the one given, the folder's name, or the only one that the text names.
 */
import type {Block} from '../block.ts'
import {sectionName} from '../layout.ts'
import type {ComposeOptions, Story} from '../story.ts'
import {foundIn, textOf} from './found.ts'

export function sectionOf(
  file: string,
  blocks: readonly Block[],
  {section: given = folderOf(file), layout}: ComposeOptions,
): Story['section'] {
  if (given) {
    return {...given, span: {start: 0, end: 0}, line: 0, rule: given.origin, confidence: 1}
  }
  const labels = blocks.filter(({role}) => role === 'section')
  const [label] = labels
  const names = new Set(labels.map((block) => sectionName(textOf(block), layout).toLowerCase()))
  return label && names.size === 1
    ? {...foundIn(label, sectionName(textOf(label), layout)), origin: 'label'}
    : undefined
}

/** Folders that say how copy is kept, not what it is about. */
const keeping =
  /^(?:raw|in|inbox|incoming|new|old|copy|texts?|txt|files?|imports?|stories|articles?|content|archives?|pages|corpus|drafts?|data|input|labelled|open)$/i

/** `world/talks.txt` belongs to World; a folder named after a date or a way of keeping says nothing. */
function folderOf(file: string): ComposeOptions['section'] {
  const folder = file.split('/').at(-2) ?? ''
  if (!/\p{L}/u.test(folder) || /\d/.test(folder) || folder.startsWith('.')) return undefined
  if (keeping.test(folder)) return undefined
  const words = folder.replace(/[-_]+/g, ' ').trim()
  return {value: words.charAt(0).toUpperCase() + words.slice(1), origin: 'folder'}
}
