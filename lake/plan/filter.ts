import type {ExprNode} from 'groq-js'
import {pathOf} from './paths.ts'
import {isClosed} from './scope.ts'

/** What a filter demands of all documents that it lets through. */
export type Demands = {
  /** What `_type` equals. */
  type: ExprNode | undefined
  /** What paths equal. */
  equal: {path: string; operand: ExprNode}[]
  /** Whether it demands nothing else. */
  isAll: boolean
}

export function demandsOf(node: ExprNode): Demands {
  const demands: Demands = {type: undefined, equal: [], isAll: true}
  for (const part of partsOf(node)) {
    const equality = equalityIn(part)
    if (!equality || equality.path === '_id') demands.isAll = false
    else if (equality.path !== '_type') demands.equal.push(equality)
    else if (demands.type) demands.isAll = false
    else demands.type = equality.operand
  }
  return demands
}

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

function equalityOf(side: ExprNode, operand: ExprNode) {
  const path = pathOf(side)
  return path !== undefined && isClosed(operand) ? {path, operand} : undefined
}
