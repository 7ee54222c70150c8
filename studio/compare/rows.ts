import {blockHash, linkHash, plainText} from '../../importer/build/content.ts'
import {fieldValue, plainFields} from '../../importer/build/record.ts'
import type {
  ArticleContent,
  BodyNode,
  ImportConflict,
  RelatedLink,
} from '../../importer/documents.ts'
import {slots} from './slots.ts'

/**
 * `same`: source and story agree. `source`: only the source has changed since the last import. `story`: only an editor
 * has. `both`: both have, or nobody knows what was imported last.
 */
export type RowState = 'same' | 'source' | 'story' | 'both'

export type ListField = 'body' | 'relatedLinks'
export type Item = BodyNode | RelatedLink

/** One line of the comparison, in words; for a list field also the items themselves. */
export type Row = {
  id: string
  field: string
  last?: string
  source?: string
  story?: string
  state: RowState
  /** Keys of the conflicts that wait for a decision on this row. */
  conflicts: string[]
  sourceItem?: Item
  storyItem?: Item
}

/** `last` is absent where no earlier version is known. */
export type Sides = {
  last?: Partial<ArticleContent>
  source: ArticleContent
  story: Partial<ArticleContent>
}

/** Field by field and paragraph by paragraph: what was imported last, what the source says now, what the story says now. */
export function compareRows(sides: Sides, conflicts: readonly ImportConflict[] = []): Row[] {
  return [
    ...plainFields.flatMap((name) => fieldRow(name, sides, conflicts)),
    ...listRows('body', sides, conflicts),
    ...listRows('relatedLinks', sides, conflicts),
  ]
}

function fieldRow(
  name: (typeof plainFields)[number],
  {last, source, story}: Sides,
  conflicts: readonly ImportConflict[],
): Row[] {
  const words = (side: Partial<ArticleContent> | undefined) => {
    const value = side && fieldValue(side, name)
    return value === undefined || value === null ? undefined : String(value)
  }
  const row = {last: words(last), source: words(source), story: words(story)}
  if (Object.values(row).every((value) => value === undefined)) return []
  const waiting = conflicts.filter(({field}) => field === name).map(({_key}) => _key)
  return [{id: name, field: name, ...row, state: state(row, last), conflicts: waiting}]
}

/** How the items of each list are compared and shown. */
const lists: Record<ListField, {hash: (item: never) => string; words: (item: never) => string}> = {
  body: {hash: (node: BodyNode) => blockHash(node), words: (node: BodyNode) => plainText(node)},
  relatedLinks: {
    hash: (link: RelatedLink) => linkHash(link),
    words: (link: RelatedLink) => link.title,
  },
}

function listRows(
  field: ListField,
  {last, source, story}: Sides,
  conflicts: readonly ImportConflict[],
): Row[] {
  const hash = lists[field].hash as (item: Item) => string
  const words = lists[field].words as (item: Item) => string
  const items = {last: last?.[field] ?? [], source: source[field] ?? [], story: story[field] ?? []}
  const hashes = {
    last: items.last.map(hash),
    source: items.source.map(hash),
    story: items.story.map(hash),
  }
  return slots(last ? hashes : {source: hashes.source, story: hashes.story}).map((slot) => {
    const [was, theirs, ours] = [
      pick(items.last, slot.last),
      pick(items.source, slot.source),
      pick(items.story, slot.story),
    ]
    const compared = {
      last: pick(hashes.last, slot.last),
      source: pick(hashes.source, slot.source),
      story: pick(hashes.story, slot.story),
    }
    return {
      id: `${field}:${ours?._key ?? ''}:${theirs?._key ?? ''}:${was?._key ?? ''}`,
      field,
      last: was && words(was),
      source: theirs && words(theirs),
      story: ours && words(ours),
      state: state(compared, last),
      conflicts: conflictsOn(field, [theirs, ours], conflicts),
      sourceItem: theirs,
      storyItem: ours,
    }
  })
}

function pick<Value>(items: readonly Value[], at: number | undefined): Value | undefined {
  return at === undefined ? undefined : items[at]
}

type Compared = {last?: string; source?: string; story?: string}

function state({last, source, story}: Compared, known: unknown): RowState {
  if (source === story) return 'same'
  if (known === undefined) return 'both'
  if (story === last) return 'source'
  return source === last ? 'story' : 'both'
}

function conflictsOn(
  field: ListField,
  items: (Item | undefined)[],
  conflicts: readonly ImportConflict[],
): string[] {
  const keys = new Set(items.flatMap((item) => (item ? [item._key] : [])))
  return conflicts
    .filter((conflict) => conflict.field === field)
    .filter(({sourceValue, storyValue}) =>
      [...itemsOf(sourceValue), ...itemsOf(storyValue)].some(({_key}) => keys.has(_key)),
    )
    .map(({_key}) => _key)
}

function itemsOf(json: string): Item[] {
  const value: unknown = JSON.parse(json)
  return Array.isArray(value) ? value : []
}
