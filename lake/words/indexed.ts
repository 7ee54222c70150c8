import {wordCharactersMax} from './limits.ts'
import {asMatched, beginningsOf, type Pattern} from './match.ts'
import {folded, wordsOf} from './phrase.ts'

const beyondAscii = /[^\0-\x7f]/
/** Letters, digits and signs of private use make words; of all else, the text index knows what is ASCII. */
const signs = /[^\p{L}\p{N}\p{Co}\0-\x7f]+/gu
const spaces = /\s+/
const dotWithin = /[\p{L}\p{N}\p{Co}_]\.+[\p{L}\p{N}\p{Co}_]/u

/**
 * A text as the text index takes it in, whose tokens are runs of ASCII letters and digits and of anything beyond ASCII:
 * the words that `text::query()` sees and those that `match` sees.
 */
export function indexedText(text: string): string {
  const odd = mayBeOdd(text) ? text.split(spaces).filter(isOdd).map(asMatched) : []
  return plain([folded(text), ...odd].join(' '))
}

/** `match` joins what dots part, and cuts what is very long. */
const isOdd = (run: string): boolean => run.length > wordCharactersMax || dotWithin.test(run)

const dotBefore = /\.[^\s."”’)]/
const space = /\s/
const window = wordCharactersMax / 2

/** A quick look that spares most texts a long one: what is very long fills a window. */
function mayBeOdd(text: string): boolean {
  if (dotBefore.test(text)) return true
  for (let at = 0; at + window <= text.length; at += window) {
    if (!space.test(text.slice(at, at + window))) return true
  }
  return false
}

/** One word as the text index is asked for it, or all words that begin so. */
export const sought = (word: string, isBeginning: boolean): string =>
  `"${oneSigma(word)}"${isBeginning ? ' *' : ''}`

/** What all texts have that `match` finds by a pattern, as the text index is asked for it. */
export function soughtBy(pattern: Pattern): string[] {
  return beginningsOf(pattern).flatMap(({text, isWhole}) => {
    const words = wordsOf(text)
    const isCut = !isWhole && wordAtEnd.test(text)
    return words.map((word, index) => sought(word, isCut && index === words.length - 1))
  })
}

const wordAtEnd = /[\p{L}\p{N}\p{Co}]$/u

const plain = (text: string): string =>
  beyondAscii.test(text) ? oneSigma(text.replaceAll(signs, ' ')) : text

/** Which of its forms stands depends on what follows. */
const oneSigma = (text: string): string => text.replaceAll('ς', 'σ')
