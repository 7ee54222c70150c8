/**
 * Links that waited → stories that came in: an older story's open link is filled in, an editor's choice never changed.
 */

import {linkHash} from '../build/content.ts'
import type {Base, ImportRecord, RelatedLink} from '../documents.ts'
import {recordId, runId} from '../ids.ts'
import type {Current, Variant} from '../known.ts'
import {guesses, healed} from '../merge/links.ts'
import type {Mutation} from '../mutations.ts'
import {optional} from '../optional.ts'
import {type FieldUndo, fieldUndo, undoText} from '../undo/kept.ts'
import {emptyStep, type Step} from './arrival.ts'
import {changedBy} from './touched.ts'

type Found = Pick<RelatedLink, 'article' | 'match' | 'confidence'>

export type HealContext = {
  /** ULID. */
  run: string
  resolved: (title: string) => Found
}

/** Undefined where there is nothing to fill in, or the story was never imported. */
export function planHeal(
  article: string,
  {record, variants}: Current,
  context: HealContext,
): Step | undefined {
  if (!record?.base || record.state === 'detached') return undefined
  const base = JSON.parse(record.base) as Base
  const before = new Map(base.links.map((link) => [link.hash, link.article]))
  const found = new Map<string, Found>()
  const undo: Record<string, FieldUndo> = {}
  const mutations: Mutation[] = []
  for (const {document, rev} of variants) {
    const relatedLinks = (document.relatedLinks ?? []).map((link) =>
      heal(link, {before, found, context}),
    )
    if (relatedLinks.every((link, at) => link === document.relatedLinks?.[at])) continue
    undo[document._id] = fieldUndo(document, {relatedLinks}, [])
    const set = linkChanges(document.relatedLinks ?? [], relatedLinks)
    mutations.push({patch: {id: document._id, ifRevisionID: rev, set}})
  }
  if (mutations.length === 0) return undefined
  for (const link of base.links) link.article = found.get(link.hash)?.article?._ref ?? link.article
  const patch = {
    id: record._id,
    ifRevisionID: record._rev,
    set: recordSet(record, base, {undo, run: context.run}),
  }
  return {...healStep(article, record, variants), mutations: [...mutations, {patch}]}
}

type Healing = {
  before: ReadonlyMap<string, string | undefined>
  found: Map<string, Found>
  context: HealContext
}

function heal(link: RelatedLink, {before, found, context}: Healing): RelatedLink {
  if (link.article && !guesses.has(link.match ?? 'editor')) return link
  const hash = linkHash(link)
  const story = context.resolved(link.title)
  const filled = healed(link, story, before.get(hash))
  if (filled !== link) found.set(hash, story)
  return filled
}

/** Sets what a link is given by its place alone: many are healed at once, and titles are long. */
function linkChanges(
  before: readonly RelatedLink[],
  after: readonly RelatedLink[],
): Record<string, unknown> {
  const changed = after.filter((link, at) => link !== before[at])
  const fields = changed.flatMap(({_key, article, match, confidence}) =>
    Object.entries({article, match, confidence}).map(([name, value]): [string, unknown] => [
      `relatedLinks[_key==${JSON.stringify(_key)}].${name}`,
      value,
    ]),
  )
  return Object.fromEntries(fields)
}

function recordSet(
  record: ImportRecord,
  base: Base,
  {undo, run}: {undo: Record<string, FieldUndo>; run: string},
): Partial<ImportRecord> {
  const text = JSON.stringify(base)
  // A run that created the story takes it back whole.
  if (record.run?._ref === runId(run) && record.change === 'create') return {base: text}
  return {
    base: text,
    ...changedBy(record, run),
    change: 'heal',
    ...optional('undo', undoText(record, {documents: undo}, run)),
  }
}

function healStep(article: string, {file}: ImportRecord, variants: readonly Variant[]): Step {
  const because = 'a story that a related link means has come in'
  const ids = {id: article, record: recordId(article)}
  return {
    ...emptyStep({kind: 'heal', outcome: 'update', file, because, ...ids}),
    draft: variants.every(({document}) => document._id !== article),
    fields: ['relatedLinks'],
  }
}
