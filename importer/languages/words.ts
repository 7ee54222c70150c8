/**
 * Stop words and word classes of all languages in one table of hashes, so that the reader finds them while it passes
 * over the characters.
 */
import {languages} from './index.ts'
import {wordClasses} from './language.ts'

/** A power of two, a few times the number of words, so that look-ups end soon. */
const slots = 1 << 12
/** A slot holds a hash and what is known of its word, side by side; nothing is known where it is free. */
const table = new Int32Array(slots * 2)

/** Many times as many bits as words, in little memory: nothing is known of a hash whose bit is not set. */
const perhaps = new Int32Array(1 << 9)

/** Bits from here on stand for `wordClasses`; those below for the stop words of `languages`. */
const classBits = 16

/** The hash of a word grows unit by unit from `wordSeed`; Latin capitals count as small letters. */
export const wordSeed = 17

export function extendHash(hash: number, unit: number): number {
  return extendSmall(hash, unit >= 65 && unit <= 90 ? unit + 32 : unit)
}

/** The same for a unit that is no Latin capital. */
export function extendSmall(hash: number, unit: number): number {
  return (Math.imul(hash, 31) + unit) | 0
}

export function wordHash(word: string): number {
  let hash = wordSeed
  for (let index = 0; index < word.length; index++) hash = extendHash(hash, word.charCodeAt(index))
  return hash
}

for (const [index, language] of languages.entries()) {
  addAll(language.stopWords, 1 << index)
  for (const [bit, name] of wordClasses.entries()) {
    addAll(language.wordClasses[name], 1 << (classBits + bit))
  }
}

/** What is known of a word: bit n says that it is a stop word of `languages[n]`; see also `classesOf`. */
export function knownOf(hash: number): number {
  const isPerhaps = ((perhaps[partOf(hash)] as number) >>> hash) & 1
  return isPerhaps === 0 ? 0 : (table[slotOf(hash) + 1] as number)
}

/** Where the hash's bit stands in `perhaps`; its last five bits say which it is. */
function partOf(hash: number): number {
  return (hash >>> 5) & (perhaps.length - 1)
}

/** The languages' bits alone. */
export function stopWordBits(known: number): number {
  return known & ((1 << classBits) - 1)
}

/** Bit n stands for `wordClasses[n]`. */
export function classBitsOf(known: number): number {
  return known >> classBits
}

/** Where the hash stands in the table, or would stand. */
function slotOf(hash: number): number {
  let slot = (hash ^ (hash >>> 14)) & (slots - 1)
  while (table[slot * 2] !== hash && table[slot * 2 + 1] !== 0) slot = (slot + 1) & (slots - 1)
  return slot * 2
}

function addAll(list: string, mask: number): void {
  for (const word of list.trim().split(/\s+/)) add(word, mask)
}

function add(word: string, mask: number): void {
  const hash = wordHash(word)
  const slot = slotOf(hash)
  table[slot] = hash
  perhaps[partOf(hash)] = (perhaps[partOf(hash)] as number) | (1 << hash)
  table[slot + 1] = (table[slot + 1] as number) | mask
}
