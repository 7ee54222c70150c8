import {longRuns, wordCharactersMax} from './limits.ts'
import {asMatched, beginningsOf, type Pattern} from './match.ts'
import {folded, wordsOf} from './phrase.ts'

const beyondAscii = /[^\0-\x7f]/
const runsBeyondAscii = /[^\0-\x7f]+/g
/** Letters, digits and signs of private use make words; of all else, the text index knows what is ASCII. */
const signs = /[^\p{L}\p{N}\p{Co}\0-\x7f]+/gu

/**
 * A text as the text index takes it in, whose tokens are runs of ASCII letters and digits and of anything beyond ASCII:
 * the words that `text::query()` sees and those that `match` sees.
 */
export function indexedText(text: string): string {
  const odd = [...oddRuns(text)].map(asMatched)
  return plain(odd.length > 0 ? `${folded(text)} ${odd.join(' ')}` : folded(text))
}

const dotWithin = /[\p{L}\p{N}\p{Co}_]\.+[\p{L}\p{N}\p{Co}_]/u
const dotBefore = /\.[^\s."”’)]/g
const space = /\s/

/** `match` joins what dots part, and cuts what is very long: such runs between spaces, some of them twice. */
function* oddRuns(text: string): Generator<string> {
  let end = 0
  for (const {index} of text.matchAll(dotBefore)) {
    if (index < end) continue
    end = endOfRun(text, index)
    const run = text.slice(startOfRun(text, index), end)
    if (dotWithin.test(run)) yield run
  }
  end = 0
  for (const at of longRuns(text)) {
    if (at < end) continue
    end = endOfRun(text, at)
    const run = text.slice(startOfRun(text, at), end)
    if (run.length > wordCharactersMax) yield run
  }
}

function startOfRun(text: string, place: number): number {
  let from = place
  while (from > 0 && !isSpace(text, from - 1)) from--
  return from
}

function endOfRun(text: string, place: number): number {
  let to = place
  while (to < text.length && !isSpace(text, to)) to++
  return to
}

function isSpace(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code <= 0x20 || code >= 0x7f ? space.test(text.charAt(at)) : false
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
  beyondAscii.test(text)
    ? oneSigma(text.replaceAll(runsBeyondAscii, (run) => run.replaceAll(signs, ' ')))
    : text

/** Which of its forms stands depends on what follows. */
const oneSigma = (text: string): string => text.replaceAll('ς', 'σ')
