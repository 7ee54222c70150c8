/**
 * Words → what the languages know of them: stop words and word classes.
 */
import {languages} from '../languages/index.ts'
import {classBitsOf, knownOf, stopWordBits} from '../languages/words.ts'
import {int32s} from '../slab.ts'

/** Parallel to `words`: what is known of each, as `knownOf` says it. */
export function knownWords(words: Int32Array): Int32Array {
  const known = int32s(words.length)
  for (let index = 0; index < words.length; index++) known[index] = knownOf(words[index] as number)
  return known
}

/** Index into `languages` of the one whose stop words prevail. */
export function prevailing(known: Int32Array): number {
  const totals = int32s(languages.length)
  for (let index = 0; index < known.length; index++) {
    for (let rest = stopWordBits(known[index] as number); rest !== 0; rest &= rest - 1) {
      const language = 31 - Math.clz32(rest & -rest)
      totals[language] = (totals[language] as number) + 1
    }
  }
  return totals.indexOf(Math.max(...totals))
}

type Counted = {wordsFrom: number; wordsTo: number; stopWords: number; classes: number[]}

/** Adds to the line's stop words, those of one language, and to its word classes. */
export function countKnown(line: Counted, known: Int32Array, language: number): void {
  for (let index = line.wordsFrom; index < line.wordsTo; index++) {
    const bits = known[index] as number
    line.stopWords += (bits >> language) & 1
    for (let rest = classBitsOf(bits); rest !== 0; rest &= rest - 1) {
      ;(line.classes[31 - Math.clz32(rest & -rest)] as number) += 1
    }
  }
}
