import type {ExprNode} from 'groq-js'
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

function hasPhrase(words: string[], {words: phrase, prefix}: Term): boolean {
  return words.some((_, start) =>
    phrase.every((wanted, offset) => {
      const word = words[start + offset]
      const isLast = offset === phrase.length - 1
      return prefix && isLast ? word?.startsWith(wanted) : word === wanted
    }),
  )
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
  const found = once((evaluation) => findDocuments(evaluation, termsOf(evaluation, text)))
  const ranks = (evaluation: Evaluation) => found(evaluation, '') as Ranks
  const id = attribute('_id')
  const test = callSlot(slots, (evaluation, argument) => ranks(evaluation).has(argument), id)
  const isFound = operation('==', test, value(true))
  if (!inScore) return isFound
  const rank = callSlot(slots, (evaluation, argument) => score(ranks(evaluation).get(argument)), id)
  return call('boost', isFound, rank)
}

/** bm25 ranks fall without bound as they get better; scores stay between 0 and 1. */
const score = (rank = 0): number => -rank / (1 - rank)

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

/** The ranks of the documents that were found. */
type Ranks = Pick<Map<string, number>, 'has' | 'get'>

const everything: Ranks = {has: () => true, get: () => 0}

function findDocuments({view}: Evaluation, terms: Term[]): Ranks {
  if (terms.length === 0) return everything
  const expression = searchExpression(terms)
  const found = expression
    ? view.search(expression)
    : new Map(view.all().map(({_id: id}) => [id, 0]))
  const isExact = terms.every(({words, negative}) => words.length === 1 && !negative)
  if (isExact) return found
  return new Map([...found].filter(([id]) => matchesTerms(textOf(view.get(id)).join('\n'), terms)))
}
