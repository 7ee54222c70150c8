/**
 * Three-way merge of a list: base, the story's list, the source's list. Finer than diff3's own regions: edits that only
 * touch each other do not conflict, and where as many items are replaced as stood there, each is judged by itself.
 */
import {diffIndices} from 'node-diff3'

export type SequenceConflict<Item> = {
  /** The item before the place, in the merged list; absent at the start. */
  after?: Item
  source: Item[]
  story: Item[]
}

export type MergedSequence<Item> = {items: Item[]; conflicts: SequenceConflict<Item>[]}

/** A list and the hashes of its items. */
export type Side<Item> = {items: readonly Item[]; hashes: readonly string[]}
/** Base items from `start` to `end` become the items from `from` to `to`. */
type Hunk = {start: number; end: number; from: number; to: number}
type Group = {start: number; end: number; story: Hunk[]; source: Hunk[]}

/** Items are equal where their hashes are; of equal ones the story's is kept. On a conflict the story's items stay. */
export function mergeSequence<Item>(
  base: readonly string[],
  story: Side<Item>,
  source: Side<Item>,
): MergedSequence<Item> {
  const groups = grouped(hunks(base, story.hashes), hunks(base, source.hashes))
  const kept = unchanged(base.length, hunks(base, story.hashes), story.items)
  const items: Item[] = []
  const conflicts: SequenceConflict<Item>[] = []
  let at = 0
  for (const group of groups) {
    items.push(...kept.slice(at, group.start).flat())
    at = group.end
    const ours = replay(group, base, {...story, edits: group.story})
    const theirs = replay(group, base, {...source, edits: group.source})
    if (group.source.length === 0 || same(ours, theirs)) items.push(...ours.items)
    else if (group.story.length === 0) items.push(...inStoryWords(theirs, group, {kept, base}))
    else {
      conflicts.push({
        ...(items.length > 0 ? {after: items[items.length - 1] as Item} : {}),
        source: theirs.items,
        story: ours.items,
      })
      items.push(...ours.items)
    }
  }
  items.push(...kept.slice(at).flat())
  return {items, conflicts}
}

function hunks(base: readonly string[], other: readonly string[]): Hunk[] {
  return diffIndices([...base], [...other]).flatMap(({buffer1, buffer2}) => {
    const [start, length] = buffer1 as [number, number]
    const [from, count] = buffer2 as [number, number]
    if (length !== count) return [{start, end: start + length, from, to: from + count}]
    return Array.from({length}, (_, at) => ({
      start: start + at,
      end: start + at + 1,
      from: from + at,
      to: from + at + 1,
    }))
  })
}

/** Puts together the edits of both sides that meet in the same base items. */
function grouped(story: readonly Hunk[], source: readonly Hunk[]): Group[] {
  const sided = [
    ...story.map((hunk) => ({hunk, side: 'story' as const})),
    ...source.map((hunk) => ({hunk, side: 'source' as const})),
  ].sort((one, two) => one.hunk.start - two.hunk.start || one.hunk.end - two.hunk.end)
  const groups: Group[] = []
  for (const {hunk, side} of sided) {
    let group = groups.at(-1)
    if (!group || !meets(group, hunk)) {
      group = {start: hunk.start, end: hunk.end, story: [], source: []}
      groups.push(group)
    }
    group[side].push(hunk)
    group.end = Math.max(group.end, hunk.end)
  }
  return groups
}

/** Both insert at one place, or their ranges share an item; an insertion at the edge of a range does not meet it. */
function meets(group: Group, hunk: Hunk): boolean {
  const insertions = group.start === group.end && hunk.start === hunk.end
  return insertions ? group.start === hunk.start : hunk.start < group.end
}

/** For each base item the story's item that stands for it: one, or none where the story changed it. */
function unchanged<Item>(length: number, edits: readonly Hunk[], items: readonly Item[]): Item[][] {
  const kept: Item[][] = []
  let [at, shift] = [0, 0]
  for (const {start, end, to} of edits) {
    for (; at < start; at++) kept.push([items[at + shift] as Item])
    for (; at < end; at++) kept.push([])
    shift = to - end
  }
  for (; at < length; at++) kept.push([items[at + shift] as Item])
  return kept
}

/** What one side makes of a group's base items. */
function replay<Item>(
  group: Group,
  base: readonly string[],
  {edits, items, hashes}: Side<Item> & {edits: readonly Hunk[]},
): {items: Item[]; hashes: string[]} {
  if (edits.length === 0) return {items: [], hashes: base.slice(group.start, group.end)}
  const first = edits[0] as Hunk
  const last = edits[edits.length - 1] as Hunk
  const from = first.from - (first.start - group.start)
  const to = last.to + (group.end - last.end)
  return {items: items.slice(from, to), hashes: hashes.slice(from, to)}
}

function same(one: {hashes: string[]}, two: {hashes: string[]}): boolean {
  return (
    one.hashes.length === two.hashes.length &&
    one.hashes.every((hash, at) => hash === two.hashes[at])
  )
}

/** The source's items, but the story's own where it has an equal one: its keys and choices stay. */
function inStoryWords<Item>(
  theirs: {items: Item[]; hashes: string[]},
  group: Group,
  {kept, base}: {kept: readonly Item[][]; base: readonly string[]},
): Item[] {
  const own = new Map<string, Item[]>()
  for (let at = group.start; at < group.end; at++) {
    const hash = base[at] as string
    own.set(hash, [...(own.get(hash) ?? []), ...(kept[at] ?? [])])
  }
  return theirs.items.map((item, at) => own.get(theirs.hashes[at] as string)?.shift() ?? item)
}
