/**
 * Blocks → the short fields of a story: headline, deck, byline, dateline, date, reads.
 */
import type {Role} from '../../schemas/vocabulary.ts'
import type {Block} from '../block.ts'
import {authorIn} from '../languages/bylines.ts'
import {countIn} from '../languages/counters.ts'
import {datelineIn} from '../languages/datelines.ts'
import {isUpdate, timestampIn} from '../languages/dates.ts'
import {countersOf, type Layout} from '../layout.ts'
import {markdownHeading} from '../rules/heading.ts'
import type {Found, Story} from '../story.ts'
import type {Opening} from './dateline.ts'
import {foundIn} from './found.ts'
import {runsOf} from './inline.ts'

type Fields = Pick<Story, 'title' | 'dek' | 'byline' | 'dateline' | 'publishedAt' | 'reads'>

const noTitle = {value: '', span: {start: 0, end: 0}, line: 1, rule: 'none', confidence: 0}

export function fieldsOf(
  blocks: readonly Block[],
  {opening, layout}: {opening: Opening | undefined; layout: Layout | undefined},
): Fields {
  const counters = countersOf(layout)
  return {
    title: firstOf(blocks, 'title', titleIn) ?? noTitle,
    dek: firstOf(blocks, 'dek', (text) => text),
    byline: bylineOf(blocks),
    dateline:
      firstOf(blocks, 'dateline', (text) => datelineIn(`${text} `)?.line ?? text) ??
      opening?.dateline,
    publishedAt: publishedAtOf(blocks) ?? publishedIn(opening?.dateline),
    reads: firstOf(blocks, 'counter', (text) => readsIn(text, counters)),
  }
}

/** The first block of the role of which something can be read. */
function firstOf<Value>(
  blocks: readonly Block[],
  role: Role,
  read: (text: string) => Value | undefined,
): Found<Value> | undefined {
  for (const block of blocks) {
    if (block.role !== role) continue
    const value = read(block.text)
    if (value !== undefined) return foundIn(block, value)
  }
  return undefined
}

/** Markdown's own signs are no part of a headline: of a link, its words stay. */
function titleIn(text: string): string {
  const bare = text.replace(markdownHeading, '')
  if (!bare.includes('](') && bare === text) return text
  return runsOf(bare, true)
    .map((run) => run.text)
    .join('')
}

/** `By` may stand alone, with the name on the next line. */
function bylineOf(blocks: readonly Block[]): Found<string> | undefined {
  const filled = blocks.filter(({role}) => role !== 'blank')
  for (const [index, block] of filled.entries()) {
    if (block.role !== 'byline') continue
    const author = block.rule === 'nameAlone' ? block.text : authorIn(block.text)
    if (author) return foundIn(block, author)
    const next = filled[index + 1]
    if (author === '' && next && isName(next)) return foundIn(next, next.text)
  }
  return undefined
}

const nameWordsMax = 5

function isName(block: Block): boolean {
  const text = block.text
  return /^\p{Lu}[^.!?:]*$/u.test(text) && text.split(' ').length <= nameWordsMax
}

/** A date above the body, rather the first than an update; one in the tail belongs to something else. */
function publishedAtOf(blocks: readonly Block[]): Found<string> | undefined {
  const body = blocks.findIndex(({role}) => role === 'paragraph')
  const head = blocks.slice(0, body < 0 ? blocks.length : body)
  const titleAt = head.findIndex(({role}) => role === 'title')
  const near = head.slice(Math.max(titleAt, 0))
  const published = near.filter((block) => block.role === 'date' && !isUpdate(block.text))
  return (
    firstOf(published, 'date', timestampIn) ??
    firstOf(near, 'date', timestampIn) ??
    firstOf(near, 'byline', timestampIn)
  )
}

function publishedIn(dateline: Found<string> | undefined): Found<string> | undefined {
  const value = dateline && timestampIn(dateline.value)
  return dateline && value ? {...dateline, value} : undefined
}

function readsIn(text: string, counters: ReturnType<typeof countersOf>): number | undefined {
  const count = countIn(text, counters)
  return count?.counts === 'reads' ? count.value : undefined
}
