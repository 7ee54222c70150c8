/**
 * What the record keeps of a story besides its text: origins, the merge's base, doubts.
 */
import type {Found, Story} from '../compose.ts'
import type {Diagnostic} from '../diagnostics.ts'
import type {
  ArticleContent,
  Base,
  BodyNode,
  Origin,
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

export function spansOf(
  story: Story,
  body: readonly {node: BodyNode; block: Story['body'][number]}[],
  links: readonly RelatedLink[],
): Spans {
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
    if (found) fields[name] = origin(found)
  }
  return {
    fields,
    body: Object.fromEntries(
      body.map(({node, block: {span, line}}) => [node._key, [span.start, span.end, line]]),
    ),
    relatedLinks: Object.fromEntries(
      story.relatedLinks.map(({span, line}, at) => [links[at]?._key, [span.start, span.end, line]]),
    ),
    lines: story.blocks.flatMap(({role, lines, rule, confidence}) => {
      const [first, last] = [lines[0], lines.at(-1)]
      return first && last ? [[role, first.number, last.number, rule, rounded(confidence)]] : []
    }),
  }
}

export function recordDiagnostics(diagnostics: readonly Diagnostic[]): RecordDiagnostic[] {
  const key = keys()
  return diagnostics.map(({code, level, message, place}) => ({
    _type: 'importDiagnostic',
    _key: key(`${code}:${place.line}`),
    code,
    level,
    message,
    line: place.line,
  }))
}

export function rounded(confidence: number): number {
  return Math.round(confidence * 1000) / 1000
}

function origin({span, line, rule, confidence}: Found<unknown>): Origin {
  return [span.start, span.end, line, rule, rounded(confidence)]
}
