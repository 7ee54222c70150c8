/**
 * Which language's stop words prevail: a quick answer for the languages of the tables, where the text leaves no doubt.
 */
import {languages} from './index.ts'
import {knownOf, stopWordBits, wordHash} from './words.ts'

/** Of all words, stop words of the language; and so many times those of the next one. Either pair will do. */
const clear = [
  {words: 14, share: 0.25, lead: 1.4},
  {words: 10, share: 0.14, lead: 3},
] as const
/** Fewer stop words than these may be names. */
const stopWordsMin = 4

/** BCP 47; nothing where the text is short, or its words are not those of one language above all. */
export function prevailingLanguage(text: string): string | undefined {
  const words = text.match(/[\p{L}'’]+/gu) ?? []
  const counts = new Array<number>(languages.length).fill(0)
  for (const word of words) {
    let rest = stopWordBits(knownOf(wordHash(word)))
    for (let index = 0; rest !== 0; rest >>= 1, index++) {
      if (rest & 1) counts[index] = (counts[index] as number) + 1
    }
  }
  const best = Math.max(...counts)
  if (best < stopWordsMin) return undefined
  const index = counts.indexOf(best)
  const next = Math.max(...counts.filter((_, at) => at !== index))
  const isClear = clear.some(
    ({words: wordsMin, share, lead}) =>
      words.length >= wordsMin && best >= words.length * share && best >= next * lead,
  )
  return isClear ? languages[index]?.code : undefined
}
