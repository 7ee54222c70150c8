import type {ExprNode} from 'groq-js'
import type {Document} from '../document.ts'
import {textOf} from '../store/search.ts'
import {callSlot, type Evaluation, once, type Slot} from './bridge.ts'
import {fold} from './fold.ts'
import {attribute, call, operation, shared, value} from './tree.ts'

/** A search as people type it: words, "exact phrases", begin* and -without. All must hold. */
type Term = {words: string[]; prefix: boolean; negative: boolean}

const termsMax = 32
/** Asks for nothing in particular: what Studio's lists send while nothing is searched for. */
const anything = '*'
const tokenPattern = /-?"[^"]*"|\S+/g
const wordPattern = /[\p{L}\p{N}\p{Co}]+/gu

export function parseTerms(text: string): Term[] {
  const typed = text.match(tokenPattern)?.slice(0, termsMax) ?? []
  const tokens = typed.filter((token) => token !== anything)
  const terms = tokens
    .map((token) => ({
      words: wordsOf(token),
      prefix: token.endsWith('*'),
      negative: token.startsWith('-') && token.length > 1,
    }))
    .filter(({words}) => words.length > 0)
  return terms.length === 0 && tokens.length > 0 ? [impossible] : terms
}

/** What is typed without a letter or digit in it is found nowhere: no text has an empty word. */
const impossible: Term = {words: [''], prefix: false, negative: false}

const wordsOf = (text: string): string[] => fold(text.toLowerCase()).match(wordPattern) ?? []

export function matchesTerms(text: string, terms: Term[]): boolean {
  const words = wordsOf(text)
  return terms.every((term) => hasPhrase(words, term) !== term.negative)
}

const hasPhrase = (words: string[], term: Term): boolean =>
  words.some((_, start) => isPhraseAt(words, start, term))

const occurrences = (words: string[], term: Term): number =>
  words.filter((_, start) => isPhraseAt(words, start, term)).length

function isPhraseAt(words: string[], start: number, {words: phrase, prefix}: Term): boolean {
  return phrase.every((wanted, offset) => {
    const word = words[start + offset]
    const isLast = offset === phrase.length - 1
    return prefix && isLast ? word?.startsWith(wanted) : word === wanted
  })
}

/** The FTS5 expression that finds at least the documents in which the terms hold. */
export function searchExpression(terms: Term[]): string | undefined {
  const positive = terms.filter(({negative}) => !negative)
  if (positive.length === 0) return undefined
  return positive
    .flatMap(({words, prefix}) =>
      words.map((word, index) => `"${word}"${prefix && index === words.length - 1 ? ' *' : ''}`),
    )
    .join(' AND ')
}

/**
 * `left match text::query(text)`: over the whole document where `left` holds `@`, else over one value.
 * In score(), a document's rank is added.
 */
export function matchTextQuery(
  left: ExprNode,
  text: ExprNode,
  {slots, inScore}: {slots: Slot[]; inScore: boolean},
): ExprNode {
  if (!holdsDocument(left)) {
    const test = callSlot(
      slots,
      (evaluation, argument) => {
        return matchesTerms(argument, termsOf(evaluation, text))
      },
      shared(left, textValue),
    )
    return operation('==', test, value(true))
  }
  const found = once((evaluation) => foundBy(evaluation, termsOf(evaluation, text)))
  const isAmong: Slot = (evaluation, id) => (found(evaluation, '') as Found).has(id)
  const isFound = operation('==', callSlot(slots, isAmong, attribute('_id')), value(true))
  searched.set(isFound, text)
  if (!inScore) return isFound
  const rank: Slot = (evaluation, id) => score(evaluation.view.get(id), termsOf(evaluation, text))
  return call('boost', isFound, callSlot(slots, rank, attribute('_id')))
}

const searched = new WeakMap<ExprNode, ExprNode>()

/** What a node looks for in whole documents; undefined where it does anything else. */
export const searchedText = (node: ExprNode): ExprNode | undefined => searched.get(node)

/** The FTS5 expression for what a query looks for; undefined where it finds nothing out. */
export const searchFor = (evaluation: Evaluation, text: ExprNode): string | undefined =>
  searchExpression(termsOf(evaluation, text))

const saturation = 1.2

/** Between 0 and 1: the more often a document has the words, the higher, but less and less so. */
function score(document: Document | undefined, terms: Term[]): number {
  const positive = terms.filter(({negative}) => !negative)
  if (!document || positive.length === 0) return 0
  const words = wordsOf(textOf(document).join('\n'))
  const scores = positive.map((term) => {
    const times = occurrences(words, term)
    return times / (times + saturation)
  })
  return scores.reduce((sum, one) => sum + one, 0) / scores.length
}

const holdsDocument = (node: ExprNode): boolean =>
  node.type === 'This' ||
  (node.type === 'Group' && holdsDocument(node.base)) ||
  (node.type === 'Array' && node.elements.some(({value: element}) => element.type === 'This'))

/** A string, an array of strings or Portable Text, as one string. */
const textValue = (node: ExprNode): ExprNode =>
  call(
    'coalesce',
    operation('+', node, value('')),
    call('array::join', {type: 'ArrayCoerce', base: node}, value(' ')),
    call('pt::text', node),
  )

function termsOf({evaluate}: Evaluation, text: ExprNode): Term[] {
  const typed = evaluate(text)
  return typeof typed === 'string' ? parseTerms(typed) : []
}

type Found = {has(id: string): boolean}

/** The index knows single words; what it cannot tell is looked for in the documents that it finds. */
function foundBy({view}: Evaluation, terms: Term[]): Found {
  const expression = searchExpression(terms)
  const ids = expression === undefined ? undefined : view.search(expression)
  const isExact = terms.every(({words, negative}) => words.length === 1 && !negative)
  const hasTerms = (id: string) => matchesTerms(textOf(view.get(id)).join('\n'), terms)
  return {has: (id) => (ids?.has(id) ?? true) && (isExact || hasTerms(id))}
}
