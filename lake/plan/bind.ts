import type {ExprNode} from 'groq-js'
import {holds, mapChildren} from '../query/tree.ts'
import {inside, isClosed, isSimple, outermost, type Scope} from './scope.ts'

/** A subquery with parameters in place of what it reads around it; `operands` are what these are bound to. */
export type Bound = {node: ExprNode; operands: ExprNode[]; names: string[]}

/** Begins names that no query could use. */
const mark = '^'

/**
 * Undefined where a subquery reads what is around it in any way but by `^` at the beginning of a path. Names are
 * counted on from `known`: what is bound may stand in what is bound.
 */
export function bound(node: ExprNode, known: number): Bound | undefined {
  const operands: ExprNode[] = []
  const names: string[] = []
  const visit = (inner: ExprNode, scope: Scope): ExprNode => {
    const levels = levelsUp(inner)
    if (levels === undefined || levels < scope.depth) {
      return mapChildren(inner, (child, step) => visit(child, inside(scope, step)))
    }
    const name = `${mark}${known + names.length}`
    names.push(name)
    operands.push(lowered(inner, scope.depth))
    return {type: 'Parameter', name}
  }
  const closed = visit(node, outermost)
  return names.length > 0 && isClosed(closed) ? {node: closed, operands, names} : undefined
}

export const bindings = ({names}: Bound, values: unknown[]): Record<string, unknown> =>
  Object.fromEntries(names.map((name, index) => [name, values[index]]))

export const isBound = (node: ExprNode): boolean =>
  holds(node, (inner) => inner.type === 'Parameter' && inner.name.startsWith(mark))

/** How many scopes a simple path climbs; undefined where it climbs none. */
function levelsUp(node: ExprNode): number | undefined {
  if (!isSimple(node)) return undefined
  if (node.type === 'Parent') return node.n
  return 'base' in node && node.base ? levelsUp(node.base as ExprNode) : undefined
}

/** The same path as seen from so many scopes further out. */
function lowered(node: ExprNode, depth: number): ExprNode {
  if (node.type === 'Parent') {
    return node.n === depth ? {type: 'This'} : {...node, n: node.n - depth}
  }
  return mapChildren(node, (child) => lowered(child, depth))
}
