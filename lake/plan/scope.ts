/** What an expression reads of what stands around it: whether it can be evaluated by itself. */
import type {ExprNode} from 'groq-js'
import {mapChildren, type Step} from '../query/tree.ts'

/** What an expression reads of the scopes around it: the one it stands in, or those further out. */
export type Reads = {own: boolean; outer: boolean}

/** How far in an expression stands, seen from where the look at it began. */
export type Scope = {depth: number; isHidden: boolean; isOwn: boolean}

export const outermost: Scope = {depth: 0, isHidden: false, isOwn: true}

/** Functions that look at the document without naming it. */
export const readingFunctions = ['references', 'versionOf', 'partOfRelease']

/** What a node reads. One that reads nothing is the same wherever it stands. */
export function readsOf(node: ExprNode, isHidden = false): Reads {
  const reads = {own: false, outer: false}
  visit(node, {...outermost, isHidden}, reads)
  return reads
}

export const isClosed = (node: ExprNode, isHidden = false): boolean => {
  const {own, outer} = readsOf(node, isHidden)
  return !own && !outer
}

function visit(node: ExprNode, scope: Scope, reads: Reads): void {
  if (readsDocument(node) && scope.isOwn) reads.own = true
  if (node.type === 'Parent') {
    if (scope.depth - node.n < 0) reads.outer = true
    else if (scope.depth === node.n) reads.own = true
  }
  mapChildren(node, (child, step) => {
    visit(child, inside(scope, step), reads)
    return child
  })
}

const readsDocument = (node: ExprNode): boolean =>
  node.type === 'This' ||
  (node.type === 'AccessAttribute' && !node.base) ||
  (node.type === 'FuncCall' && readingFunctions.includes(node.name))

/** groq-js leaves hidden scopes out of the chain that `^` climbs. */
export function inside({depth, isHidden, isOwn}: Scope, step: Step): Scope {
  if (step === 'same') return {depth, isHidden, isOwn}
  return {depth: isHidden ? depth : depth + 1, isHidden: step === 'hidden', isOwn: false}
}

/** Whether an operand climbs scopes in no other way than by `^` at its beginning. */
export function isSimple(node: ExprNode): boolean {
  switch (node.type) {
    case 'Parent':
    case 'Value':
    case 'Parameter':
      return true
    case 'Group':
    case 'Deref':
      return isSimple(node.base)
    case 'AccessAttribute':
      return node.base !== undefined && isSimple(node.base)
    default:
      return false
  }
}
