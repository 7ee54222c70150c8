/**
 * Three-way merge of related links. A link's own words and its place are merged like paragraphs; the story it was
 * resolved to is an editor's choice where an editor made one, and the importer's to fill in where nobody did.
 */

import type {Match} from '../../schemas/vocabulary.ts'
import {linkHash} from '../build/content.ts'
import type {Base, RelatedLink} from '../documents.ts'
import {type MergedSequence, mergeSequence, type Side} from './sequence.ts'

export function mergeLinks(
  base: Base['links'],
  story: readonly RelatedLink[],
  source: Side<RelatedLink>,
): MergedSequence<RelatedLink> {
  const merged = mergeSequence(
    base.map((link) => link.hash),
    {items: story, hashes: story.map(linkHash)},
    source,
  )
  const found = new Map(source.items.map((link, at) => [source.hashes[at], link]))
  const before = new Map(base.map((link) => [link.hash, link.article]))
  const items = merged.items.map((link) => {
    const hash = linkHash(link)
    return healed(link, found.get(hash), before.get(hash))
  })
  return {items, conflicts: merged.conflicts}
}

/**
 * Fills in what the importer has found since, and what it has found better. Where it had found a story before and the
 * link has none now, an editor took it out, and it stays out; where the link has another one, an editor chose it.
 */
export function healed(
  link: RelatedLink,
  found: Pick<RelatedLink, 'article' | 'match' | 'confidence'> | undefined,
  before: string | undefined,
): RelatedLink {
  const {article, match} = link
  if (!found?.article || match === 'editor' || article?._ref === found.article._ref) return link
  const open = !article && before === undefined
  const weaker = match !== undefined && guesses.has(match) && !guesses.has(found.match ?? match)
  if (!open && !(weaker && article?._ref === before)) return link
  return {...link, article: found.article, match: found.match, confidence: found.confidence}
}

/** Matches that a title spelled just so takes precedence over. */
export const guesses: ReadonlySet<Match> = new Set<Match>(['prefix', 'similar'])
