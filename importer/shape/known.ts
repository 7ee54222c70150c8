/**
 * What the terms say of a line: stop words, words that say something, and words of each class.
 */
import {classBitsOf} from '../languages/words.ts'
import {noTerm, type Terms} from './terms.ts'

type Counted = {
  readonly wordsFrom: number
  readonly wordsTo: number
  stopWords: number
  terms: number
  classes: number[]
}

/** Fills in the counts of a line that has none yet; of stop words, those of the language that prevails. */
export function countKnown(line: Counted, {at, known, language}: Terms): void {
  let [stopWords, terms] = [0, 0]
  for (let word = line.wordsFrom; word < line.wordsTo; word++) {
    const bits = known[word] as number
    stopWords += (bits >> language) & 1
    // The sign bit: one where the word has a number.
    terms += (noTerm - (at[word] as number)) >>> 31
    for (let rest = classBitsOf(bits); rest !== 0; rest &= rest - 1) {
      ;(line.classes[31 - Math.clz32(rest & -rest)] as number) += 1
    }
  }
  line.stopWords = stopWords
  line.terms = terms
}
