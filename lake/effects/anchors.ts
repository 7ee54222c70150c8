import {splitsPair} from './surrogates.ts'

/** A stretch of the old text that stands in the new one; all three are UTF-16 offsets. */
export type Kept = {from: number; to: number; at: number}

type Stretch = {text: string; from: number; to: number}
type Pair = {a: number; b: number}

/** Below this a slice takes more room than the text it saves. */
const keptCharsMin = 12

/**
 * What two texts that differ at both ends share in between: words that stand once in each, in the same
 * order, grown to both sides (a patience diff).
 *
 * The published decoder resolves a slice's end from its start as if bytes and UTF-16 units were one, which
 * is right only where all text before the slice is ASCII: no slice starts further on.
 */
export function anchors(before: Stretch, after: Stretch): Kept[] {
  const asciiEnd = firstNonAscii(before.text)
  if (before.from > asciiEnd) return []
  const found: Kept[] = []
  let last: Pair = {a: before.from, b: after.from}
  for (const pair of risingPairs(sharedWords(before, after))) {
    if (pair.a < last.a || pair.b < last.b) continue
    const kept = grow(pair, {before, after, last})
    if (kept.from > asciiEnd) break
    if (kept.to - kept.from < keptCharsMin) continue
    found.push(kept)
    last = {a: kept.to, b: kept.at + kept.to - kept.from}
  }
  return found
}

function firstNonAscii(text: string): number {
  const index = text.search(/[\u0080-\uffff]/)
  return index < 0 ? text.length : index
}

function sharedWords(before: Stretch, after: Stretch): Pair[] {
  const places = uniqueWords(after)
  return [...uniqueWords(before)].flatMap(([word, a]) => {
    const b = places.get(word)
    return b === undefined ? [] : [{a, b}]
  })
}

function uniqueWords({text, from, to}: Stretch): Map<string, number> {
  const places = new Map<string, number>()
  const repeated = new Set<string>()
  for (const {0: word, index} of text.slice(from, to).matchAll(/\S+/g)) {
    if (places.has(word)) repeated.add(word)
    else places.set(word, from + index)
  }
  for (const word of repeated) places.delete(word)
  return places
}

/** The longest run of pairs, given by rising `a`, whose `b` rises too. */
function risingPairs(pairs: Pair[]): Pair[] {
  const ends: number[] = []
  const previous: number[] = []
  pairs.forEach(({b}, index) => {
    const length = firstNotBelow(ends, (end) => (pairs[end] as Pair).b < b)
    previous[index] = ends[length - 1] ?? -1
    ends[length] = index
  })
  const run: Pair[] = []
  for (let index = ends.at(-1) ?? -1; index >= 0; index = previous[index] as number) {
    run.push(pairs[index] as Pair)
  }
  return run.reverse()
}

function firstNotBelow(sorted: number[], below: (item: number) => boolean): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (below(sorted[middle] as number)) low = middle + 1
    else high = middle
  }
  return low
}

function grow(
  {a, b}: Pair,
  {before, after, last}: {before: Stretch; after: Stretch; last: Pair},
): Kept {
  const same = (left: number) =>
    before.text.charCodeAt(a + left) === after.text.charCodeAt(b + left)
  let left = 0
  while (a + left > last.a && b + left > last.b && same(left - 1)) left--
  if (splitsPair(after.text, b + left)) left++
  let right = 0
  while (a + right < before.to && b + right < after.to && same(right)) right++
  if (splitsPair(before.text, a + right) || splitsPair(after.text, b + right)) right--
  return {from: a + left, to: a + right, at: b + left}
}
