import {align} from './align.ts'

/** Indices of the items that stand in one row. */
export type Slot = {last?: number; source?: number; story?: number}

type Hashes = {last?: readonly string[]; source: readonly string[]; story: readonly string[]}

/**
 * Which items stand beside each other: both sides beside the item of the last import that they came from, and what was
 * added at one place beside each other. What is gone on both sides has no row.
 */
export function slots({last, source, story}: Hashes): Slot[] {
  if (!last) return paired(source, story)
  const theirs = placed(align(last, source))
  const ours = placed(align(last, story))
  const rows: Slot[] = []
  for (let at = -1; at < last.length; at += 1) {
    const row = {last: at, source: theirs.beside.get(at), story: ours.beside.get(at)}
    if (row.source !== undefined || row.story !== undefined) rows.push(row)
    rows.push(...added(at, {theirs, ours, source, story}))
  }
  return rows
}

function paired(source: readonly string[], story: readonly string[]): Slot[] {
  return align(source, story).map(([theirs, ours]) => ({source: theirs, story: ours}))
}

/** Of one side: the item beside each of the last import's, and what was added behind it; -1 is the start. */
type Placed = {beside: Map<number, number>; behind: Map<number, number[]>}

function placed(pairs: ReturnType<typeof align>): Placed {
  const side: Placed = {beside: new Map(), behind: new Map()}
  let at = -1
  for (const [last, own] of pairs) {
    if (last !== undefined) at = last
    if (own === undefined) continue
    if (last !== undefined) side.beside.set(last, own)
    else side.behind.set(at, [...(side.behind.get(at) ?? []), own])
  }
  return side
}

type Both = {theirs: Placed; ours: Placed; source: readonly string[]; story: readonly string[]}

function added(at: number, {theirs, ours, source, story}: Both): Slot[] {
  const [fromSource, fromStory] = [theirs.behind.get(at) ?? [], ours.behind.get(at) ?? []]
  const hashes = (side: readonly string[], indices: number[]) =>
    indices.map((index) => side[index] as string)
  return paired(hashes(source, fromSource), hashes(story, fromStory)).map((slot) => ({
    ...(slot.source !== undefined && {source: fromSource[slot.source]}),
    ...(slot.story !== undefined && {story: fromStory[slot.story]}),
  }))
}
