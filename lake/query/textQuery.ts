import type {ExprNode} from 'groq-js'
import {textOf} from '../store/search.ts'
import {sought} from '../words/indexed.ts'
import {folded, hasPhrase, occurrences, type Phrase, wordsOf} from '../words/phrase.ts'
import {callSlot, type Evaluation, once, type Slot} from './bridge.ts'
import {attribute, call, operation, shared, value} from './tree.ts'

/** A search as people type it: words, "exact phrases", begin* and -without. All must hold. */
type Term = Phrase & {negative: boolean}

const termsMax = 32
/** Asks for nothing in particular: what Studio's lists send while nothing is searched for. */
const anything = '*'
const tokenPattern = /-?"[^"]*"|\S+/g

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

/** Whether a folded text meets the terms. */
export const matchesTerms = (text: string, terms: Term[]): boolean =>
  terms.every((term) => hasPhrase(text, term) !== term.negative)

/** What the text index is asked for: words that all documents have in which the terms hold. */
const expressionsOf = (terms: Term[]): string[] =>
  terms
    .filter(({negative}) => !negative)
    .flatMap(({words, prefix}) =>
      words.map((word, index) => sought(word, prefix && index === words.length - 1)),
    )

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
        return matchesTerms(folded(argument), termsOf(evaluation, text))
      },
      shared(left, textValue),
    )
    return operation('==', test, value(true))
  }
  const id = attribute('_id')
  const has: Slot = (evaluation, argument) =>
    matchesTerms(documentText(evaluation, argument), termsOf(evaluation, text))
  const isFound = operation('==', callSlot(slots, has, id), value(true))
  searched.set(isFound, text)
  if (!inScore) return isFound
  const rank: Slot = (evaluation, argument) =>
    score(documentText(evaluation, argument), termsOf(evaluation, text))
  return call('boost', isFound, callSlot(slots, rank, id))
}

const searched = new WeakMap<ExprNode, ExprNode>()

/** What a node looks for in whole documents; undefined where it does anything else. */
export const searchedText = (node: ExprNode): ExprNode | undefined => searched.get(node)

/** What the text index is asked for, for the words that a query looks for. */
export const wordsSought = (evaluation: Evaluation, text: ExprNode): string[] =>
  expressionsOf(termsOf(evaluation, text))

const saturation = 1.2

/** Between 0 and 1: the more often a text has the words, the higher, but less and less so. */
function score(text: string, terms: Term[]): number {
  const positive = terms.filter(({negative}) => !negative)
  if (positive.length === 0) return 0
  const scores = positive.map((term) => {
    const times = occurrences(text, term)
    return times / (times + saturation)
  })
  return scores.reduce((sum, one) => sum + one, 0) / scores.length
}

/** So many texts are remembered within a query. */
const textsMax = 1_000
const texts = once(() => new Map<string, string>())

/** A document's whole text, folded. */
function documentText(evaluation: Evaluation, id: string): string {
  const known = texts(evaluation, '') as Map<string, string>
  const text = known.get(id) ?? folded(textOf(evaluation.view.get(id)).join('\n'))
  if (known.size < textsMax) known.set(id, text)
  return text
}

export const holdsDocument = (node: ExprNode): boolean =>
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

const parsed = once(() => new Map<ExprNode, Term[]>(), 'boundMemo')

/** Parsed once, however many documents are looked at. */
function termsOf(evaluation: Evaluation, text: ExprNode): Term[] {
  const known = parsed(evaluation, '') as Map<ExprNode, Term[]>
  const typed = known.has(text) ? undefined : evaluation.evaluate(text)
  const terms = known.get(text) ?? (typeof typed === 'string' ? parseTerms(typed) : [])
  known.set(text, terms)
  return terms
}
