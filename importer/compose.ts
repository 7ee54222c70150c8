/**
 * Blocks → story: what the file says, each part with the place it was made of.
 */
import type {List, Role, Style} from '../schemas/vocabulary.ts'
import type {Block} from './classify.ts'
import type {Diagnostic} from './diagnostics.ts'
import {countIn} from './languages/counters.ts'
import type {Source} from './source.ts'

/** A half-open range of UTF-16 units in `Source.text`. */
export type Span = {start: number; end: number}

/** Something found in the text, and why it was taken for that. */
export type Found<Value> = {
  value: Value
  span: Span
  /** From 1; of the first unit of the span. */
  line: number
  /** The rule that decided. */
  rule: string
  /** 0 to 1. */
  confidence: number
}

/** A run of body text with its marks; `href` makes it a link. */
export type Run = {text: string; marks: readonly ('strong' | 'em')[]; href?: string}

export type BodyBlock =
  | {kind: 'text'; style: Style; list?: List; runs: readonly Run[]; span: Span; line: number}
  | {kind: 'image'; fileName: string; caption?: string; span: Span; line: number}

export type Related = {title: string; url?: string; section?: string; span: Span; line: number}

/** Where the section came from; all but `label` win over what the text says. `label` is inferred. */
export type SectionOrigin = 'flag' | 'frontMatter' | 'folder' | 'label'

export type Story = {
  source: Source
  blocks: readonly Block[]
  title: Found<string>
  dek?: Found<string>
  byline?: Found<string>
  dateline?: Found<string>
  /** ISO 8601, as full as the text gives it. */
  publishedAt?: Found<string>
  /** BCP 47. */
  language?: string
  section?: Found<string> & {origin: SectionOrigin}
  reads?: Found<number>
  body: readonly BodyBlock[]
  relatedLinks: readonly Related[]
  /** Held back for an editor; a diagnostic says why. */
  draft: boolean
  diagnostics: readonly Diagnostic[]
}

export type ComposeOptions = {
  /** A section that wins over what the text says. */
  section?: {value: string; origin: Exclude<SectionOrigin, 'label'>}
}

export function compose(
  source: Source,
  blocks: readonly Block[],
  options: ComposeOptions = {},
): Story {
  const title = findFirst(blocks, 'title')
  const body = bodyOf(blocks)
  const relatedLinks = relatedOf(blocks)
  const diagnostics = doubtsOf({source, title, body})
  return {
    source,
    blocks,
    title: title ?? {value: '', span: {start: 0, end: 0}, line: 1, rule: 'none', confidence: 0},
    dek: findFirst(blocks, 'dek'),
    byline: findFirst(blocks, 'byline'),
    section: sectionOf(blocks, options),
    reads: readsOf(blocks),
    body,
    relatedLinks,
    draft: diagnostics.length > 0,
    diagnostics,
  }
}

function findFirst(blocks: readonly Block[], role: Role): Found<string> | undefined {
  const block = blocks.find((one) => one.role === role)
  return block && foundIn(block, textOf(block))
}

function foundIn<Value>(block: Block, value: Value): Found<Value> {
  const {rule, confidence} = block
  return {value, span: spanOf(block), line: lineOf(block), rule, confidence}
}

function textOf({lines}: Block): string {
  return lines.map((line) => line.text.trim()).join(' ')
}

function spanOf({lines}: Block): Span {
  const first = lines[0]
  const last = lines.at(-1)
  if (!first || !last) throw new Error('A block has lines.')
  const start = first.start + (first.text.length - first.text.trimStart().length)
  return {start, end: last.start + last.text.trimEnd().length}
}

function lineOf({lines}: Block): number {
  return lines[0]?.number ?? 0
}

const bodyStyles: Partial<Record<Role, {style: Style; list?: List}>> = {
  paragraph: {style: 'normal'},
  subheading: {style: 'h2'},
  listItem: {style: 'normal', list: 'bullet'},
  quote: {style: 'blockquote'},
}

function bodyOf(blocks: readonly Block[]): BodyBlock[] {
  return blocks.flatMap((block) => {
    const form = bodyStyles[block.role]
    if (!form) return []
    const runs = [{text: textOf(block), marks: []}]
    return [{kind: 'text', ...form, runs, span: spanOf(block), line: lineOf(block)} as const]
  })
}

function relatedOf(blocks: readonly Block[]): Related[] {
  const links: Related[] = []
  let section: string | undefined
  for (const block of blocks) {
    if (block.role === 'section') section = textOf(block)
    if (block.role !== 'related') continue
    links.push({title: textOf(block), section, span: spanOf(block), line: lineOf(block)})
  }
  return links
}

function sectionOf(blocks: readonly Block[], {section}: ComposeOptions): Story['section'] {
  if (section) {
    const nowhere = {span: {start: 0, end: 0}, line: 0}
    return {...section, ...nowhere, rule: section.origin, confidence: 1}
  }
  const labels = new Set(blocks.filter(({role}) => role === 'section').map(textOf))
  const label = findFirst(blocks, 'section')
  return label && labels.size === 1 ? {...label, origin: 'label'} : undefined
}

function readsOf(blocks: readonly Block[]): Found<number> | undefined {
  for (const block of blocks) {
    const count = block.role === 'counter' ? countIn(textOf(block)) : undefined
    if (count?.counts === 'reads') return foundIn(block, count.value)
  }
  return undefined
}

type Parts = {source: Source; title: Found<string> | undefined; body: readonly BodyBlock[]}

function doubtsOf({source, title, body}: Parts): Diagnostic[] {
  const place = {line: 0, column: 0}
  const file = source.path
  const diagnostics: Diagnostic[] = []
  if (!title) {
    const message = 'Unexpected text without a headline, expected one above the body'
    diagnostics.push({code: 'title-missing', level: 'warning', message, file, place})
  }
  if (body.length === 0) {
    const message = 'Unexpected text without a paragraph, expected a body below the headline'
    diagnostics.push({code: 'body-missing', level: 'warning', message, file, place})
  }
  return diagnostics
}
