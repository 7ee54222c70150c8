/**
 * Three-way merge of a story: base is what was imported last, source the new text, story the dataset now. What only one
 * side changed is taken; where both did, the story stays and the conflict is handed back.
 */
import {blockHash, plainText, stable} from './build/content.ts'
import {baseOf, fieldValue, type PlainField, plainFields} from './build/record.ts'
import type {Article, ArticleContent, Base, BodyNode, RelatedLink} from './documents.ts'
import {keys} from './ids.ts'
import {mergeLinks} from './merge/links.ts'
import {mergeSequence, type SequenceConflict} from './merge/sequence.ts'

/** A conflict as words to read and as values to take. */
export type MergeConflict = {
  field: PlainField | 'body' | 'relatedLinks'
  source: string
  story: string
  sourceValue: unknown
  storyValue: unknown
  after?: string
}

export type Merge = {
  /** Fields of the story to set, and to remove. */
  set: Partial<ArticleContent>
  unset: (keyof ArticleContent)[]
  conflicts: MergeConflict[]
  /** Plain fields on which source and story agree: an older conflict on them is settled. */
  agreed: PlainField[]
}

export const noBase: Base = {fields: {}, body: [], links: []}

/** `source` with the base that it will be once it is merged. */
export function merge(base: Base, story: Partial<Article>, source: SourceSide): Merge {
  const result: Merge = {set: {}, unset: [], conflicts: [], agreed: []}
  for (const name of plainFields) mergeField(name, {base, story, source}, result)
  mergeBody({base, story, source}, result)
  mergeRelatedLinks({base, story, source}, result)
  return result
}

/** Content, and the hashes of its blocks and links as its own base holds them. */
export type SourceSide = {content: ArticleContent; base: Base}

/** Content that was not built just now. */
export function sourceSide(content: ArticleContent): SourceSide {
  return {content, base: baseOf(content)}
}

type Sides = {base: Base; story: Partial<Article>; source: SourceSide}

function mergeField(name: PlainField, {base, story, source}: Sides, result: Merge): void {
  const [was, ours, theirs] = [
    base.fields[name],
    fieldValue(story, name),
    fieldValue(source.content, name),
  ]
  if (ours === theirs) result.agreed.push(name)
  if (ours === theirs || theirs === was) return
  // A counter is a metric: the source knows best, and a text without one says nothing of it.
  if (name === 'reads' && theirs === undefined) return
  if (ours !== was && name !== 'reads') {
    result.conflicts.push({
      field: name,
      source: String(theirs ?? ''),
      story: String(ours ?? ''),
      sourceValue: source.content[name] ?? null,
      storyValue: story[name] ?? null,
    })
  } else if (theirs === undefined) result.unset.push(name)
  else Object.assign(result.set, {[name]: source.content[name]})
}

function mergeBody({base, story, source}: Sides, result: Merge): void {
  const ours = story.body ?? []
  const merged = mergeSequence(base.body, hashed(ours, blockHash), {
    items: source.content.body,
    hashes: source.base.body,
  })
  if (!sameItems(merged.items, ours)) result.set.body = distinctKeys(merged.items, ours)
  result.conflicts.push(...merged.conflicts.map((conflict) => bodyConflict(conflict)))
}

function mergeRelatedLinks({base, story, source}: Sides, result: Merge): void {
  const ours = story.relatedLinks ?? []
  const {items, conflicts} = mergeLinks(base.links, ours, {
    items: source.content.relatedLinks ?? [],
    hashes: source.base.links.map(({hash}) => hash),
  })
  if (stable(items) !== stable(ours)) {
    if (items.length > 0) result.set.relatedLinks = distinctKeys(items, ours)
    else result.unset.push('relatedLinks')
  }
  for (const {after, ...values} of conflicts) {
    result.conflicts.push({
      field: 'relatedLinks',
      source: values.source.map((link) => link.title).join('\n'),
      story: values.story.map((link) => link.title).join('\n'),
      sourceValue: values.source,
      storyValue: values.story,
      ...(after ? {after: after._key} : {}),
    })
  }
}

function hashed<Item>(
  items: readonly Item[],
  hash: (item: Item) => string,
): {items: readonly Item[]; hashes: string[]} {
  return {items, hashes: items.map(hash)}
}

function bodyConflict({after, source, story}: SequenceConflict<BodyNode>): MergeConflict {
  return {
    field: 'body',
    source: source.map(plainText).join('\n\n'),
    story: story.map(plainText).join('\n\n'),
    sourceValue: source,
    storyValue: story,
    ...(after ? {after: after._key} : {}),
  }
}

function sameItems(one: readonly BodyNode[], two: readonly BodyNode[]): boolean {
  return one.length === two.length && one.every((node, at) => node === two[at])
}

/** Items of the story keep their keys; one that comes from the source yields where its key is taken. */
function distinctKeys<Item extends BodyNode | RelatedLink>(
  items: readonly Item[],
  story: readonly Item[],
): Item[] {
  const own = new Set(story)
  const stay = items.filter((item) => own.has(item)).map((item) => item._key)
  const taken = new Set(stay)
  const key = keys(stay)
  return items.map((item) => {
    if (own.has(item)) return item
    if (!taken.has(item._key)) {
      taken.add(item._key)
      return item
    }
    const _key = key(item._key)
    taken.add(_key)
    return {...item, _key}
  })
}
