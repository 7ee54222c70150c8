import {fold} from './fold.ts'
import {checkPattern, shortened} from './limits.ts'

/** What stands between words for `match`; dots do only where no letter is on both sides of them. */
const separators = '!@#$%^&(),\\\\/?";:{}|[\\]+<>\\s-'
const inWord = new RegExp(`[^*${separators}]`)
const terms = new RegExp(`[^${separators}]+`, 'g')
const edgeDots = /\b\.+|\.+\b/g

/** The parts of a term of `match` between its wildcards. */
type Term = string[]

export type Pattern = Term[]

/** Undefined where a pattern is neither a string nor strings: then nothing matches. */
export function patternOf(value: unknown): Pattern | undefined {
  const texts = Array.isArray(value) ? value : [value]
  if (!texts.every((text) => typeof text === 'string')) return undefined
  const all = texts.flatMap((text) => plain(checkPattern(text)).match(terms) ?? [])
  return all.map((term) => term.split('*'))
}

/** Whether each term of a pattern is a word of a string, or of the strings of a list. */
export function matches(value: unknown, pattern: Pattern): boolean {
  if (pattern.length === 0) return false
  const values = Array.isArray(value) ? value : [value]
  const texts = values.filter((text) => typeof text === 'string').map(asMatched)
  return pattern.every((term) => texts.some((text) => hasWord(text, term)))
}

/** Whether a term matches a word of a text. To part long texts into words takes longer than to look for some of them. */
function hasWord(text: string, term: Term): boolean {
  const longest = term.reduce((one, other) => (other.length > one.length ? other : one))
  if (longest === '') return inWord.test(text)
  for (let at = text.indexOf(longest); at >= 0; at = text.indexOf(longest, at)) {
    const [start, end] = wordAround(text, at)
    if (isMatch(text.slice(start, end), term)) return true
    at = end
  }
  return false
}

function wordAround(text: string, at: number): [start: number, end: number] {
  let [start, end] = [at, at]
  while (start > 0 && inWord.test(text.charAt(start - 1))) start--
  while (end < text.length && inWord.test(text.charAt(end))) end++
  return [start, end]
}

/** What stands before the first wildcard of each term: every text that matches has words that begin so. */
export const beginningsOf = (pattern: Pattern): {text: string; isWhole: boolean}[] =>
  pattern.map(([first = '', ...others]) => ({text: first, isWhole: others.length === 0}))

/** Without regard to case and diacritics, to dots at the edge of words, and to how a final sigma is written. */
const plain = (text: string): string =>
  fold(text).toLowerCase().replaceAll('ς', 'σ').replace(edgeDots, '')

/** A text as `match` parts it into words. */
export const asMatched = (text: string): string => plain(shortened(text))

/** Wildcards take as little as they can, from left to right: no way has to be tried twice. */
function isMatch(word: string, term: Term): boolean {
  const [first = '', ...others] = term
  const last = others.pop()
  if (last === undefined) return word === first
  if (!word.startsWith(first)) return false
  let at = first.length
  for (const part of others) {
    const found = word.indexOf(part, at)
    if (found < 0) return false
    at = found + part.length
  }
  return at + last.length <= word.length && word.endsWith(last)
}
