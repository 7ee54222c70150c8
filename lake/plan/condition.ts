import type {ExprNode, OpCallNode} from 'groq-js'
import {type Match, matchedIn} from '../query/mend.ts'
import {searchedText} from '../query/textQuery.ts'
import {callArgs, holds, listOf, value} from '../query/tree.ts'
import {indexedFields, type LookupKey, type TextColumn} from '../store/index.ts'
import type {Demand, Span} from './filter.ts'
import {elementsPath, isElements, pathOf} from './paths.ts'
import {isClosed} from './scope.ts'

/** What documents can be looked up by, because a filter holds for no others. */
export type Condition =
  | {by: 'key'; key: LookupKey; operand: ExprNode}
  | {by: 'path'; path: string; operand: ExprNode}
  | {by: 'paths'; equal: Demand[]}
  | {by: 'range'; equal: Demand[]; span: Span}
  | {by: 'search'; text: ExprNode}
  | {by: 'match'; columns: TextColumn[]; operand: ExprNode}
  | {by: 'either'; of: [Condition, Condition]}

/** The conditions that follow from a filter's expression, each by itself; those that few documents meet come first. */
export const conditionsOf = (node: ExprNode): Condition[] => ranked(conditionsIn(node))

export const ranked = (conditions: Condition[]): Condition[] =>
  conditions.toSorted((one, other) => rankOf(one) - rankOf(other))

/** Whether few documents meet a condition, whatever the dataset. */
export const isSelective = (condition: Condition): boolean =>
  rankOf(condition) < rankOfPath || (condition.by === 'path' && isElements(condition.path))

function conditionsIn(node: ExprNode): Condition[] {
  const text = searchedText(node)
  if (text) return [{by: 'search', text}]
  const match = matchedIn(node)
  if (match) return matching(match)
  if (node.type === 'Group') return conditionsIn(node.base)
  if (node.type === 'And') return [...conditionsIn(node.left), ...conditionsIn(node.right)]
  if (node.type === 'Or') return either(conditionsOf(node.left), conditionsOf(node.right))
  if (node.type === 'OpCall') return comparison(node)
  const targets = callArgs(node, 'global::references')
  if (targets) return byKey('references', listOf(targets))
  const [base] = callArgs(node, 'sanity::versionOf') ?? []
  return base ? byKey('versionOf', base) : []
}

function comparison(node: OpCallNode): Condition[] {
  const {op, left, right} = node
  if (op === '==') return [...among(left, right), ...among(right, left)]
  if (op === 'in') return [...among(left, right), ...holding(right, left)]
  const counted = countedElements(node)
  return counted ? holding(counted.list, counted.operand) : []
}

/** `path match operand`, also of several paths, or of Portable Text. */
function matching({left, right}: Match): Condition[] {
  const [rich] = callArgs(left, 'pt::text') ?? []
  const sides = left.type === 'Array' ? left.elements.map((one) => one.value) : [rich ?? left]
  const paths = sides.map(pathOf)
  const isIndexed = paths.every((path) => path !== undefined && !hidden.test(path))
  if (!isIndexed || !isClosed(right)) return []
  const isHead = !rich && paths.every((path) => !path?.includes('.'))
  return [{by: 'match', columns: isHead ? ['head'] : ['head', 'text'], operand: right}]
}

/** What the text index leaves out. */
const hidden = /^_|\._/

/** `path in operand`, or `path == operand`. */
function among(node: ExprNode, operand: ExprNode): Condition[] {
  const path = pathOf(node)
  if (path === undefined || !isClosed(operand)) return []
  if (path === '_id') return byId(operand, {whole: 'id', beginning: 'idBeginning'})
  if (path === '_originalId') {
    return byId(operand, {whole: 'originalId', beginning: 'originalIdBeginning'})
  }
  if (path === '_type') return byKey('type', operand)
  const field = indexedFields.find((one) => one === path)
  return field ? byKey(field, operand) : [{by: 'path', path, operand}]
}

/** `operand in list`. */
function holding(list: ExprNode, operand: ExprNode): Condition[] {
  const path = elementsPath(list)
  return path !== undefined && isClosed(operand) ? [{by: 'path', path, operand}] : []
}

/** `count(list[@ in operand]) > 0` */
function countedElements({op, left, right}: OpCallNode) {
  const [counted] = callArgs(left, 'global::count') ?? []
  if (op !== '>' || right.type !== 'Value' || right.value !== 0) return undefined
  if (counted?.type !== 'Filter' || counted.expr.type !== 'OpCall') return undefined
  const {op: inner, left: element, right: operand} = counted.expr
  const isAmong = inner === 'in' || inner === '=='
  return isAmong && element.type === 'This' ? {list: counted.base, operand} : undefined
}

/** `_id in path("drafts.**")` is a beginning of ids; other patterns say too little. */
function byId(operand: ExprNode, keys: {whole: LookupKey; beginning: LookupKey}): Condition[] {
  const [pattern] = callArgs(operand, 'global::path') ?? []
  if (!pattern) return byKey(keys.whole, operand)
  const text = pattern.type === 'Value' ? pattern.value : undefined
  const [beginning] = typeof text === 'string' ? (/^[^*]+(?=\*\*$)/.exec(text) ?? []) : []
  return beginning ? byKey(keys.beginning, value(beginning)) : []
}

const byKey = (key: LookupKey, operand: ExprNode): Condition[] =>
  isClosed(operand) ? [{by: 'key', key, operand}] : []

/** The best of both sides, and the best that needs no index which may not be there. */
function either(left: Condition[], right: Condition[]): Condition[] {
  const pairs = [
    [left[0], right[0]],
    [left.find(isAtHand), right.find(isAtHand)],
  ]
  return pairs.flatMap(([one, other]) => (one && other ? [{by: 'either', of: [one, other]}] : []))
}

/** Whether its index is there, whatever has been asked. */
export const isAtHand = (condition: Condition): boolean =>
  condition.by === 'either'
    ? condition.of.every(isAtHand)
    : ['key', 'search', 'match'].includes(condition.by)

/** The fewer documents a key usually finds, the earlier it stands. */
const keysBySelectivity: LookupKey[] = [
  'id',
  'originalId',
  'versionOf',
  ...indexedFields,
  'references',
  'release',
]
const rankOfSearch = keysBySelectivity.length
const rankOfPath = rankOfSearch + 1
/** What stands in the query itself is often one of few: a state, a language. */
const rankOfLiteral = rankOfPath + 1
const rankOfBeginning = rankOfLiteral + 1
const rankOfType = rankOfBeginning + 1

function rankOf(condition: Condition): number {
  if (condition.by === 'either') return Math.max(...condition.of.map(rankOf))
  if (condition.by === 'search') return rankOfSearch
  if (condition.by === 'path') return rankOfEqual(condition.operand)
  if (condition.by === 'paths') return rankOfAll(condition.equal)
  if (condition.by === 'range')
    return condition.equal.length > 0 ? rankOfAll(condition.equal) : rankOfBeginning
  if (condition.by === 'match') return rankOfBeginning
  if (condition.key === 'type') return rankOfType
  const rank = keysBySelectivity.indexOf(condition.key)
  return rank < 0 ? rankOfBeginning : rank
}

const rankOfAll = (equal: Demand[]): number =>
  Math.min(...equal.map(({operand}) => rankOfEqual(operand)))

const rankOfEqual = (operand: ExprNode): number => (isLiteral(operand) ? rankOfLiteral : rankOfPath)

const isLiteral = (node: ExprNode): boolean => !holds(node, ({type}) => type === 'Parameter')
