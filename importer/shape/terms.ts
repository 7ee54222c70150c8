/**
 * Words → terms: the different words of a file, each numbered and looked up in the languages' tables once.
 */
import {languages} from '../languages/index.ts'
import {knownOf, stopWordBits} from '../languages/words.ts'
import {int32s} from '../slab.ts'

export type Terms = {
  /** Parallel to the words: the number of each one's term. */
  at: Int32Array
  /** How many numbers there are, `noTerm` included. */
  count: number
  /** Parallel to the words: what is known of each, as `knownOf` says it. */
  known: Int32Array
  /** Index into `languages` of the one whose stop words prevail. */
  language: number
}

/** The number of stop words, which say nothing, and of all words beyond `wordsMax`. */
export const noTerm = 0

/** The table is kept small. */
const wordsMax = 100_000

/** Of the words of a file, by their hashes. */
export function termsOf(words: Int32Array): Terms {
  const found: Terms = {
    at: int32s(words.length),
    count: noTerm + 1,
    known: int32s(words.length),
    language: 0,
  }
  const counted = Math.min(words.length, wordsMax)
  const totals = int32s(languages.length)
  const table = emptyTable(counted)
  for (const slot of numberTerms(words.subarray(0, counted), table, found)) {
    addStopWord(totals, table[slot + slotKnown] as number, table[slot + slotTimes] as number)
  }
  for (let word = counted; word < words.length; word++) {
    found.known[word] = knownOf(words[word] as number)
    addStopWord(totals, found.known[word] as number, 1)
  }
  found.language = totals.indexOf(Math.max(...totals))
  return found
}

/** Open addressing; a slot holds a word's hash, how often it was met, what is known of it, and the number of its term. */
const slotSize = 4
const slotTimes = 1
const slotKnown = 2
const slotTerm = 3

/** Answers the slots of stop words. */
function numberTerms(words: Int32Array, table: Int32Array, found: Terms): number[] {
  const {at, known} = found
  const slots = table.length / slotSize
  const stopWords: number[] = []
  let count = found.count
  for (let word = 0; word < words.length; word++) {
    const hash = words[word] as number
    let slot = ((hash ^ (hash >>> 15)) & (slots - 1)) * slotSize
    while (table[slot] !== hash && table[slot + slotTimes] !== 0) {
      slot = (slot + slotSize) & (table.length - 1)
    }
    const times = table[slot + slotTimes] as number
    if (times === 0) {
      const bits = knownOf(hash)
      table[slot] = hash
      table[slot + slotKnown] = bits
      if (stopWordBits(bits) !== 0) stopWords.push(slot)
      else table[slot + slotTerm] = count++
    }
    table[slot + slotTimes] = times + 1
    known[word] = table[slot + slotKnown] as number
    at[word] = table[slot + slotTerm] as number
  }
  found.count = count
  return stopWords
}

function addStopWord(totals: Int32Array, known: number, times: number): void {
  for (let rest = stopWordBits(known); rest !== 0; rest &= rest - 1) {
    const language = 31 - Math.clz32(rest & -rest)
    totals[language] = (totals[language] as number) + times
  }
}

const slotsMin = 64
/** Slots a word; most words come back. */
const roominess = 1.5

/** The table of the last file serves the next one again, where it is as large: memory in use is at hand sooner. */
let last = new Int32Array(0)

function emptyTable(words: number): Int32Array {
  const slots = 2 ** Math.ceil(Math.log2(words * roominess + slotsMin))
  if (last.length === slots * slotSize) return last.fill(0)
  last = new Int32Array(slots * slotSize)
  return last
}
