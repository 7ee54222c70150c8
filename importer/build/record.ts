/**
 * What the record keeps of a story besides its text: origins, the merge's base, doubts.
 */
import type {Found, Story} from '../compose.ts'
import type {Diagnostic} from '../diagnostics.ts'
import type {
  ArticleContent,
  Base,
  BodyNode,
  RecordDiagnostic,
  RelatedLink,
  Spans,
} from '../documents.ts'
import {keys} from '../ids.ts'
import {blockHash, linkHash} from './content.ts'

/** The fields that are merged by value. */
export const plainFields = [
  'title',
  'dek',
  'byline',
  'dateline',
  'publishedAt',
  'language',
  'section',
  'reads',
] as const
export type PlainField = (typeof plainFields)[number]

export function baseOf(content: ArticleContent): Base {
  const fields: Base['fields'] = {}
  for (const name of plainFields) {
    const value = fieldValue(content, name)
    if (value !== undefined) fields[name] = value
  }
  return {
    fields,
    body: (content.body ?? []).map(blockHash),
    links: (content.relatedLinks ?? []).map((link) =>
      link.article ? {hash: linkHash(link), article: link.article._ref} : {hash: linkHash(link)},
    ),
  }
}

/** A field as a plain value: of a reference, the id. */
export function fieldValue(
  content: Partial<ArticleContent>,
  name: PlainField,
): string | number | undefined {
  return name === 'section' ? content.section?._ref : (content[name] ?? undefined)
}

/** The part of a file's text that a story stands in: where it begins, in units and in lines. */
export type Part = {text: string; start: number; linesBefore: number}

/** Of several stories in one file, each record keeps its own part, so that together they hold the file once. */
export function partOf({source, blocks}: Story, stories: number): Part {
  const first = blocks[0]?.lines[0]
  const last = blocks.at(-1)?.lines.at(-1)
  if (stories === 1 || !first || !last) return {text: source.text, start: 0, linesBefore: 0}
  const end = last.end + last.terminator.length
  return {
    text: source.text.slice(first.start, end),
    start: first.start,
    linesBefore: first.number - 1,
  }
}

type Parts = {
  body: readonly {node: BodyNode; block: Story['body'][number]}[]
  links: readonly RelatedLink[]
  part: Part
}

/** Places count from the beginning of the part. */
export function spansOf(story: Story, {body, links, part}: Parts): Spans {
  const place = ({span, line}: Placed): [number, number, number] =>
    span.end === 0
      ? [0, 0, line]
      : [span.start - part.start, span.end - part.start, line - part.linesBefore]
  const fields: Spans['fields'] = {}
  for (const name of [
    'title',
    'dek',
    'byline',
    'dateline',
    'publishedAt',
    'section',
    'reads',
  ] as const) {
    const found = story[name]
    if (found) fields[name] = [...place(found), found.rule, rounded(found.confidence)]
  }
  return {
    fields,
    body: Object.fromEntries(body.map(({node, block}) => [node._key, place(block)])),
    relatedLinks: Object.fromEntries(
      story.relatedLinks.map((link, at) => [links[at]?._key, place(link)]),
    ),
    lines: story.blocks.flatMap(({role, lines, rule, confidence}) => {
      const [first, last] = [lines[0], lines.at(-1)]
      if (!first || !last) return []
      const [from, to] = [first.number - part.linesBefore, last.number - part.linesBefore]
      return [[role, from, to, rule, rounded(confidence)]]
    }),
  }
}

type Placed = Pick<Found<unknown>, 'span' | 'line'>

export function recordDiagnostics(
  diagnostics: readonly Diagnostic[],
  {linesBefore}: Part,
): RecordDiagnostic[] {
  const key = keys()
  return diagnostics.map(({code, level, message, place}) => ({
    _type: 'importDiagnostic',
    _key: key(`${code}:${place.line}`),
    code,
    level,
    message,
    line: Math.max(place.line - linesBefore, 0),
  }))
}

export function rounded(confidence: number): number {
  return Math.round(confidence * 1000) / 1000
}
