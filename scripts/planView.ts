/**
 * A plan as a diff to read: each story with its reason, each field before → after with the file's line.
 */
import {plainText} from '../importer/build/content.ts'
import type {Article, ArticleContent, BodyNode, Spans} from '../importer/documents.ts'
import {spansOf} from '../importer/pack/parcel.ts'
import type {Step} from '../importer/plan/arrival.ts'

const wordsMax = 100

/** Lines for one step; none where nothing would change. */
export function stepLines(step: Step): string[] {
  const {outcome, file, because, mutations, conflicts, fields} = step
  if (mutations.length === 0) return []
  const spans = step.arrival ? spansOf(step.arrival) : {}
  const head = `${outcome === 'unchanged' ? 'note' : outcome}  ${file}  ${step.id}  (${because})`
  const changed = fields.flatMap((field) => fieldLines(field as keyof ArticleContent, step, spans))
  const waiting = conflicts.flatMap(({field, document, source, story}) => [
    `  ! ${field} in ${document}`,
    `      source: ${short(source)}`,
    `      story:  ${short(story)}`,
  ])
  return [head, ...changed, ...waiting]
}

function fieldLines(field: keyof ArticleContent, step: Step, spans: Partial<Spans>): string[] {
  if (field === 'body') return bodyLines(step, spans)
  const {file, before, after} = step
  const line = spans.fields?.[field]?.[2]
  const place = line === undefined ? file : `${file}:${line}`
  const was = before ? `${words(before, field)} → ` : ''
  return [`  ${field}  ${was}${words(after, field)}  (${place})`]
}

/** Paragraphs that come and go; those that stay are not shown. */
function bodyLines({file, ...step}: Step, spans: Partial<Spans>): string[] {
  const before: readonly BodyNode[] = step.before?.body ?? []
  const after: readonly BodyNode[] = step.after?.body ?? []
  const [was, is] = [new Set(before.map(plainText)), new Set(after.map(plainText))]
  const gone = before.map(plainText).filter((text) => !is.has(text))
  const come = after.filter((node) => !was.has(plainText(node)))
  return [
    ...gone.map((text) => `  - ${short(text)}`),
    ...come.map((node) => {
      const line = spans.body?.[node._key]?.[2]
      return `  + ${short(plainText(node))}${line === undefined ? '' : `  (${file}:${line})`}`
    }),
  ]
}

function words(article: Partial<Article> | undefined, field: keyof ArticleContent): string {
  const value = article?.[field]
  if (value === undefined) return '(nothing)'
  if (field === 'section') return article?.section?._ref ?? '(nothing)'
  if (field === 'relatedLinks') return counted(article?.relatedLinks?.length ?? 0)
  return short(String(value))
}

function counted(links: number): string {
  return links === 1 ? '1 link' : `${links} links`
}

function short(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ')
  return line.length > wordsMax ? `${line.slice(0, wordsMax)}…` : line
}
