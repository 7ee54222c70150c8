/**
 * Which language's stop words prevail: a quick answer for the languages of the tables, where the text leaves no doubt.
 */
import {kindOf, kinds} from '../characters.ts'
import {languages} from './index.ts'
import {extendHash, knownOf, stopWordBits, wordSeed} from './words.ts'

/** Of all words, stop words of the language; and so many times those of the next one. Either pair will do. */
const clear = [
  {words: 14, share: 0.25, lead: 1.4},
  {words: 10, share: 0.14, lead: 3},
] as const
/** Fewer stop words than these may be names. */
const stopWordsMin = 4

/** BCP 47; nothing where the text is short, or its words are not those of one language above all. */
export function prevailingLanguage(text: string): string | undefined {
  const {words, counts} = countStopWords(text)
  const best = Math.max(...counts)
  if (best < stopWordsMin) return undefined
  const index = counts.indexOf(best)
  const next = Math.max(...counts.filter((_, at) => at !== index))
  const isClear = clear.some(
    ({words: wordsMin, share, lead}) =>
      words >= wordsMin && best >= words * share && best >= next * lead,
  )
  return isClear ? languages[index]?.code : undefined
}

/** Of each language, in the order of the tables. */
function countStopWords(text: string): {words: number; counts: number[]} {
  const counts = new Array<number>(languages.length).fill(0)
  let words = 0
  for (let index = 0; index < text.length; index++) {
    let hash = wordSeed
    for (; index < text.length; index++) {
      const unit = text.charCodeAt(index)
      if (isLetter[unit] === 0) break
      hash = extendHash(hash, unit)
    }
    if (hash === wordSeed) continue
    words++
    for (let rest = stopWordBits(knownOf(hash)); rest !== 0; rest &= rest - 1) {
      const language = 31 - Math.clz32(rest & -rest)
      counts[language] = (counts[language] as number) + 1
    }
  }
  return {words, counts}
}

/** Apostrophes stand inside words. */
const apostrophes: readonly number[] = [0x27, 0x2019]
const letterKinds: readonly number[] = [kinds.lower, kinds.upper, kinds.letter, kinds.wide]
const isLetter = Uint8Array.from({length: 0x10000}, (_, unit) =>
  letterKinds.includes(kindOf(unit)) || apostrophes.includes(unit) ? 1 : 0,
)
