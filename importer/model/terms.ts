/**
 * Words → terms: the different words of a file that say something, numbered in the order in which they come.
 */
import {stopWordBits} from '../languages/words.ts'
import type {Shapes} from '../shape.ts'
import {int32s} from '../slab.ts'

export type Terms = {
  /** Parallel to `Shapes.words`: the number of the term. */
  at: Int32Array
  /** For each line, how many of its words are terms. */
  inLine: Int32Array
  /** How many numbers there are, `noTerm` included. */
  count: number
}

/** The number of stop words, and of all words beyond `wordsMax`. */
export const noTerm = 0

/** The table is kept small. */
const wordsMax = 100_000
const slotsMin = 64

/** Open addressing; a slot holds a hash and the number of its term. */
export function termsOf({lines, words, known}: Shapes): Terms {
  const slots = 2 ** Math.ceil(Math.log2(Math.min(words.length, wordsMax) * 2 + slotsMin))
  const table = emptyTable(slots)
  const at = int32s(words.length)
  const inLine = int32s(lines.length)
  let count = noTerm + 1
  for (const {index, wordsFrom, wordsTo} of lines) {
    const end = Math.min(wordsTo, wordsMax)
    let terms = 0
    for (let word = wordsFrom; word < end; word++) {
      if (stopWordBits(known[word] as number) !== 0) continue
      const hash = words[word] as number
      let slot = (hash ^ (hash >>> 15)) & (slots - 1)
      while (table[slot * 2] !== hash && table[slot * 2 + 1] !== 0) slot = (slot + 1) & (slots - 1)
      if (table[slot * 2 + 1] === 0) {
        table[slot * 2] = hash
        table[slot * 2 + 1] = count++
      }
      at[word] = table[slot * 2 + 1] as number
      terms++
    }
    inLine[index] = terms
  }
  return {at, inLine, count}
}

/** The table of the last file serves the next one again, where it is as large: memory in use is at hand sooner. */
let last = new Int32Array(0)

function emptyTable(slots: number): Int32Array {
  if (last.length === slots * 2) return last.fill(0)
  last = new Int32Array(slots * 2)
  return last
}
