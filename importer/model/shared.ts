/**
 * Words that a line shares with the story: a story keeps to its subject, a teaser does not.
 */
import {stopWordBits} from '../languages/words.ts'
import type {Shape, Shapes} from '../shape.ts'

/** Beyond so many words of a file, sharing is no longer counted: the table is kept small. */
const wordsMax = 100_000
const slotsMin = 64

/** For each line, the share of its content words that stand in some other line of the story. */
export function countShared(
  {lines, words, known}: Shapes,
  inStory: (index: number) => boolean,
): Float32Array {
  const table = new WordCounts(Math.min(words.length, wordsMax))
  const eachWord = (shape: Shape, visit: (hash: number) => void) => {
    const to = Math.min(shape.wordsTo, wordsMax)
    for (let at = shape.wordsFrom; at < to; at++) {
      if (stopWordBits(known[at] as number) === 0) visit(words[at] as number)
    }
  }
  for (const shape of lines) {
    if (inStory(shape.index)) eachWord(shape, (hash) => table.add(hash, shape.index))
  }
  return Float32Array.from(lines, (shape) => {
    let all = 0
    let shared = 0
    const own = inStory(shape.index) ? 1 : 0
    eachWord(shape, (hash) => {
      all++
      if (table.linesWith(hash) > own) shared++
    })
    return all === 0 ? 0 : shared / all
  })
}

/** In how many lines each word stands; open addressing over typed arrays. */
class WordCounts {
  private readonly mask: number
  private readonly keys: Int32Array
  private readonly counts: Int32Array
  private readonly lastLine: Int32Array

  constructor(words: number) {
    const slots = Math.max(slotsMin, 2 ** Math.ceil(Math.log2(words * 2 + 1)))
    this.mask = slots - 1
    this.keys = new Int32Array(slots)
    this.counts = new Int32Array(slots)
    this.lastLine = new Int32Array(slots)
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
