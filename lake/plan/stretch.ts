import type {ExprNode, OpCall} from 'groq-js'
import {holdsEverything} from '../query/tree.ts'
import {
  firstId,
  isWhole,
  lastId,
  type Place,
  type Stretch,
  sortValue,
  typeRange,
  wholeStretch,
} from '../store/index.ts'
import {isSamePaths, pathOf, valuePathsOf} from './paths.ts'
import {isClosed} from './scope.ts'

/** What a filter demands of the value, or of the id, that its documents are ordered by. */
export type Bounds =
  | {kind: 'value'; op: OpCall; operand: ExprNode}
  | {kind: 'id'; op: OpCall; operand: ExprNode}
  | {kind: 'both' | 'either'; of: [Bounds, Bounds]}

/** Undefined where it demands nothing of them. `order` are the paths of the value. */
export function boundsOf(node: ExprNode, order: string[]): Bounds | undefined {
  if (node.type === 'Group') return boundsOf(node.base, order)
  if (node.type === 'And' || node.type === 'Or') {
    const left = boundsOf(node.left, order)
    const right = boundsOf(node.right, order)
    if (left && right) return {kind: node.type === 'And' ? 'both' : 'either', of: [left, right]}
    return node.type === 'And' ? (left ?? right) : undefined
  }
  if (node.type !== 'OpCall') return undefined
  return (
    comparison(node.left, node.op, {operand: node.right, order}) ??
    comparison(node.right, turned[node.op], {operand: node.left, order})
  )
}

const turned: Partial<Record<OpCall, OpCall>> = {
  '==': '==',
  '<': '>',
  '>': '<',
  '<=': '>=',
  '>=': '<=',
}

function comparison(
  side: ExprNode,
  op: OpCall | undefined,
  {operand, order}: {operand: ExprNode; order: string[]},
): Bounds | undefined {
  if (!op || !turned[op] || !isClosed(operand) || holdsEverything(operand)) return undefined
  if (pathOf(side) === '_id') return {kind: 'id', op, operand}
  return order.length > 0 && isSamePaths(valuePathsOf(side), order)
    ? {kind: 'value', op, operand}
    : undefined
}

const ids = {from: firstId, to: lastId}

/** At least what lies within the bounds: between two values, and between two ids among equal values. */
type Span = Stretch & {ids: {from: string; to: string}}

const wholeSpan: Span = {...wholeStretch, ids}

/** Where all documents lie that are within the bounds. */
export function stretchOf(
  bounds: Bounds | undefined,
  evaluate: (node: ExprNode) => unknown,
): Stretch & {ids: {from: string; to: string}} {
  if (!bounds) return wholeSpan
  if (bounds.kind === 'id') return idSpan(bounds.op, evaluate(bounds.operand))
  if (bounds.kind === 'value') return valueSpan(bounds.op, sortValue(evaluate(bounds.operand)))
  const [one, other] = bounds.of.map((part) => stretchOf(part, evaluate)) as [Span, Span]
  return bounds.kind === 'both' ? overlap(one, other) : hull(one, other)
}

/** Whether a stretch holds nothing else than what lies within the bounds: numbers, or short strings. */
export function isExact(bounds: Bounds, evaluate: (node: ExprNode) => unknown): boolean {
  if (bounds.kind === 'both') return bounds.of.every((part) => isExact(part, evaluate))
  if (bounds.kind !== 'value') return false
  const operand = evaluate(bounds.operand)
  const isOrdered = typeof operand === 'string' || typeof operand === 'number'
  return isOrdered && isWhole(sortValue(operand))
}

function idSpan(op: OpCall, operand: unknown): Span {
  if (typeof operand !== 'string') return wholeSpan
  const from = op === '<' || op === '<=' ? ids.from : operand
  const to = op === '>' || op === '>=' ? ids.to : operand
  return {...wholeStretch, ids: {from, to}}
}

function valueSpan(op: OpCall, value: Uint8Array): Span {
  const type = typeRange(value)
  if (!type) return wholeSpan
  const isStrict = isWhole(value) && (op === '<' || op === '>')
  const from = {value, id: isStrict ? ids.to : ids.from}
  const to = {value, id: isStrict ? ids.from : ids.to}
  const first = {value: type.from, id: ids.from}
  const last = {value: type.to, id: ids.to}
  if (op === '==') return {from, to, ids}
  return op === '<' || op === '<=' ? {from: first, to, ids} : {from, to: last, ids}
}

/** Ids order documents of one value alone: there they narrow the stretch itself. */
function overlap(one: Span, other: Span): Span {
  const from = later(one.from, other.from)
  const to = earlier(one.to, other.to)
  const common = {from: max(one.ids.from, other.ids.from), to: min(one.ids.to, other.ids.to)}
  if (Buffer.compare(from.value, to.value) !== 0 || !isWhole(from.value))
    return {from, to, ids: common}
  return {
    from: {value: from.value, id: max(from.id, common.from)},
    to: {value: to.value, id: min(to.id, common.to)},
    ids: common,
  }
}

const hull = (one: Span, other: Span): Span => ({
  from: earlier(one.from, other.from),
  to: later(one.to, other.to),
  ids: {from: min(one.ids.from, other.ids.from), to: max(one.ids.to, other.ids.to)},
})

const max = (one: string, other: string): string => (one > other ? one : other)
const min = (one: string, other: string): string => (one < other ? one : other)

function compare(one: Place, other: Place): number {
  const byValue = Buffer.compare(one.value, other.value)
  return byValue || (one.id < other.id ? -1 : one.id > other.id ? 1 : 0)
}

const later = (one: Place, other: Place): Place => (compare(one, other) >= 0 ? one : other)
const earlier = (one: Place, other: Place): Place => (compare(one, other) <= 0 ? one : other)
