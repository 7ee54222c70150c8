/**
 * Stop words of all languages in one table of hashes, so that the reader counts them while it passes over the
 * characters.
 */
import {languages} from './index.ts'

/** A power of two, several times the number of words, so that look-ups end soon. */
const slots = 1 << 14
const keys = new Int32Array(slots)
const masks = new Uint16Array(slots)

/** The hash of a word grows unit by unit from `wordSeed`; Latin capitals count as small letters. */
export const wordSeed = 17

export function extendHash(hash: number, unit: number): number {
  return (Math.imul(hash, 31) + (unit >= 65 && unit <= 90 ? unit + 32 : unit)) | 0
}

for (const [index, language] of languages.entries()) {
  for (const word of language.stopWords.trim().split(/\s+/)) add(word, 1 << index)
}

/** The languages in which this is a stop word: bit n stands for `languages[n]`. */
export function stopWordIn(hash: number): number {
  let slot = hash & (slots - 1)
  while (masks[slot] !== 0) {
    if (keys[slot] === hash) return masks[slot] as number
    slot = (slot + 1) & (slots - 1)
  }
  return 0
}

function add(word: string, mask: number): void {
  let hash = wordSeed
  for (let index = 0; index < word.length; index++) hash = extendHash(hash, word.charCodeAt(index))
  let slot = hash & (slots - 1)
  while (masks[slot] !== 0 && keys[slot] !== hash) slot = (slot + 1) & (slots - 1)
  keys[slot] = hash
  masks[slot] = (masks[slot] ?? 0) | mask
}
