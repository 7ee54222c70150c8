import {fold} from './fold.ts'
import {checkPattern, shortened} from './limits.ts'

/** What stands between words for `match`; dots do only where no letter is on both sides of them. */
const separators = '!@#$%^&(),\\\\/?";:{}|[\\]+<>\\s-'
const words = new RegExp(`[^*${separators}]+`, 'g')
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
  const values = Array.isArray(value) ? value : [value]
  const texts = values.filter((text) => typeof text === 'string').map(asMatched)
  if (pattern.length === 0 || !pattern.every((term) => mayMatch(texts, term))) return false
  const found = texts.flatMap((text) => text.match(words) ?? [])
  return pattern.every((term) => found.some((word) => isMatch(word, term)))
}

/** Whether a text has the parts of a term, be it in several words: to part it into words takes longer. */
const mayMatch = (texts: string[], term: Term): boolean =>
  texts.some((text) => term.every((part) => text.includes(part)))

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
