import {fold} from './fold.ts'

/** Words one behind the other; of the last one, the beginning may be enough. */
export type Phrase = {words: string[]; prefix: boolean}

const wordPattern = /[\p{L}\p{N}\p{Co}]+/gu

/** A text as phrases are looked for in it: without regard to case and diacritics. */
export const folded = (text: string): string => fold(text.toLowerCase())

export const wordsOf = (text: string): string[] => folded(text).match(wordPattern) ?? []

export const hasPhrase = (text: string, phrase: Phrase): boolean =>
  !placesOf(text, phrase).next().done

export const occurrences = (text: string, phrase: Phrase): number =>
  [...placesOf(text, phrase)].length

/** Where a folded text has a phrase: its words one behind the other, whatever stands between words. */
function* placesOf(text: string, {words, prefix}: Phrase): Generator<number> {
  const [first = '', ...others] = words
  if (first === '') return
  for (let at = text.indexOf(first); at >= 0; at = text.indexOf(first, at + 1)) {
    if (isInWord(text, at - 1)) continue
    const end = endOfPhrase(text, at + first.length, others)
    if (end !== undefined && (prefix || !isInWord(text, end))) yield at
  }
}

/** Where the words end that follow; undefined where others do. */
function endOfPhrase(text: string, from: number, words: string[]): number | undefined {
  let end = from
  for (const word of words) {
    if (isInWord(text, end)) return undefined
    let start = end
    while (start < text.length && !isInWord(text, start)) start++
    if (!text.startsWith(word, start)) return undefined
    end = start + word.length
  }
  return end
}

const wordLetter = /[\p{L}\p{N}\p{Co}]/u
const plainLetter = /[a-z0-9]/
const isPlain = (code: number): boolean => code < 0x80

/** Whether a letter or digit stands there, or the second half of one. */
function isInWord(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  if (Number.isNaN(code)) return false
  if (isPlain(code)) return plainLetter.test(text.charAt(at))
  const isSecondHalf = code >= 0xdc00 && code <= 0xdfff
  return wordLetter.test(String.fromCodePoint(text.codePointAt(isSecondHalf ? at - 1 : at) ?? 0))
}
