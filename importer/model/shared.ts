/**
 * Words that a line shares with the story: a story keeps to its subject, a teaser does not.
 */
import {stopWordBits} from '../languages/words.ts'
import type {Shapes} from '../shape.ts'

/** Beyond so many words of a file, sharing is no longer counted: the table is kept small. */
const wordsMax = 100_000
const slotsMin = 64

/** For each line, the share of its content words that stand in some other line of the story. */
export function countShared(
  {lines, words, known}: Shapes,
  inStory: (index: number) => boolean,
): Float32Array {
  const table = wordCounts(Math.min(words.length, wordsMax))
  for (const {index, wordsFrom, wordsTo} of lines) {
    if (!inStory(index)) continue
    for (let at = wordsFrom; at < Math.min(wordsTo, wordsMax); at++) {
      if (stopWordBits(known[at] as number) === 0) table.add(words[at] as number, index)
    }
  }
  const shares = new Float32Array(lines.length)
  for (const {index, wordsFrom, wordsTo} of lines) {
    const own = inStory(index) ? 1 : 0
    let all = 0
    let shared = 0
    for (let at = wordsFrom; at < Math.min(wordsTo, wordsMax); at++) {
      if (stopWordBits(known[at] as number) !== 0) continue
      all++
      if (table.linesWith(words[at] as number) > own) shared++
    }
    shares[index] = all === 0 ? 0 : shared / all
  }
  return shares
}

/** The table of the last text serves the next one again, where it is large enough and not far too large. */
let last: WordCounts | undefined

function wordCounts(words: number): WordCounts {
  const slots = Math.max(slotsMin, 2 ** Math.ceil(Math.log2(words * 2 + 1)))
  if (last?.slots === slots) last.clear()
  else last = new WordCounts(slots)
  return last
}

/** In how many lines each word stands; open addressing over typed arrays. */
class WordCounts {
  private readonly mask: number
  private readonly keys: Int32Array
  private readonly counts: Int32Array
  private readonly lastLine: Int32Array

  readonly slots: number

  /** A power of two. */
  constructor(slots: number) {
    this.slots = slots
    this.mask = slots - 1
    this.keys = new Int32Array(slots)
    this.counts = new Int32Array(slots)
    this.lastLine = new Int32Array(slots)
  }

  clear(): void {
    this.counts.fill(0)
  }

  /** Lines have to come in order. */
  add(hash: number, line: number): void {
    const slot = this.slotOf(hash)
    if (this.counts[slot] === 0) this.keys[slot] = hash
    else if (this.lastLine[slot] === line) return
    this.lastLine[slot] = line
    this.counts[slot] = (this.counts[slot] as number) + 1
  }

  linesWith(hash: number): number {
    return this.counts[this.slotOf(hash)] as number
  }

  private slotOf(hash: number): number {
    let slot = (hash ^ (hash >>> 15)) & this.mask
    while (this.counts[slot] !== 0 && this.keys[slot] !== hash) slot = (slot + 1) & this.mask
    return slot
  }
}
