import type {ExprNode} from 'groq-js'
import {holdsEverything, value} from '../query/tree.ts'
import {isScalar} from '../store/index.ts'
import {computedOf} from './computed.ts'
import {isSamePaths, pathOf, valuePathsOf} from './paths.ts'
import {isClosed} from './scope.ts'
import {type Bounds, boundsOf} from './stretch.ts'

/** What has to stand at a path, and the part of the filter that says so. */
export type Demand = {path: string; operand: ExprNode; part: ExprNode}

/** What the first value that is there at these paths has to be compared with something. */
export type Span = {order: string[]; bounds: Bounds}

/** What a filter demands of all documents that it lets through. */
export type Demands = {
  /** What `_type` equals. */
  type: ExprNode | undefined
  /** What paths equal; conditions that read the document alone are paths, too. */
  equal: Demand[]
  spans: Span[]
  /** Whether it demands nothing else. */
  isAll: boolean
}

export function demandsOf(node: ExprNode): Demands {
  const demands: Demands = {type: undefined, equal: [], spans: [], isAll: true}
  for (const part of partsOf(node)) {
    const demand = equalityIn(part) ?? conditionIn(part)
    if (demand?.path === '_type' && !demands.type) demands.type = demand.operand
    else if (demand && !elsewhere.includes(demand.path)) demands.equal.push({...demand, part})
    else if (demand || !addSpan(demands.spans, part)) demands.isAll = false
  }
  demands.equal.sort((one, other) => (one.path < other.path ? -1 : 1))
  return demands
}

/** What has indexes of its own. */
const elsewhere = ['_id', '_originalId', '_type']

/** What `&&` holds together. */
export function partsOf(node: ExprNode): ExprNode[] {
  if (node.type === 'Group') return partsOf(node.base)
  return node.type === 'And' ? [...partsOf(node.left), ...partsOf(node.right)] : [node]
}

function equalityIn(node: ExprNode) {
  if (node.type !== 'OpCall' || node.op !== '==') return undefined
  const {left, right} = node
  return equalityOf(left, right) ?? equalityOf(right, left)
}

/** Scalars alone are in indexes as they are. */
function equalityOf(side: ExprNode, operand: ExprNode) {
  const path = pathOf(side)
  if (path === undefined || !isClosed(operand)) return undefined
  if (path === '_type' && holdsEverything(operand)) return undefined
  return operand.type === 'Value' && !isScalar(operand.value) ? undefined : {path, operand}
}

function conditionIn(part: ExprNode) {
  const path = computedOf(part)
  return path === undefined ? undefined : {path, operand: value(true)}
}

/** Comparisons of one value are one span. */
function addSpan(spans: Span[], part: ExprNode): boolean {
  const span = spanIn(part)
  if (!span) return false
  const known = spans.find(({order}) => isSamePaths(order, span.order))
  if (known) known.bounds = {kind: 'both', of: [known.bounds, span.bounds]}
  else spans.push(span)
  return true
}

function spanIn(part: ExprNode): Span | undefined {
  if (part.type !== 'OpCall') return undefined
  for (const side of [part.left, part.right]) {
    const order = valuePathsOf(side)
    const bounds = order && boundsOf(part, order)
    if (order && bounds?.kind === 'value') return {order, bounds}
  }
  return undefined
}
