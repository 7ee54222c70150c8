import type {ExprNode} from 'groq-js'
import {queryError} from '../errors.ts'

/** Functions of one list that stand around a filter, as in `count(*[…])`. */
const aggregating = ['global::count', 'math::', 'array::']

/**
 * What a listener listens to: the filters that stand directly behind `*`. Projections, slices, orders and
 * counts around them do not count.
 * @throws LakeError where there is no such filter.
 */
export function listenedPart(query: string, tree: ExprNode): ExprNode {
  if (selects(tree)) return tree
  const inner = innerOf(tree)
  if (inner) return listenedPart(query, inner)
  throw queryError(query, {description: 'A listener expects a filter: *[…]'})
}

const selects = (node: ExprNode): boolean =>
  node.type === 'Everything' ||
  (node.type === 'Group' && selects(node.base)) ||
  (node.type === 'Filter' && selects(node.base))

function innerOf(node: ExprNode): ExprNode | undefined {
  if (node.type === 'FuncCall') {
    const name = `${node.namespace}::${node.name}`
    return aggregating.some((start) => name.startsWith(start)) ? node.args[0] : undefined
  }
  return stepsBehind.includes(node.type) && 'base' in node ? (node.base as ExprNode) : undefined
}

/** Nodes that go on from what a filter has found. */
const stepsBehind: ExprNode['type'][] = [
  'AccessAttribute',
  'AccessElement',
  'ArrayCoerce',
  'Deref',
  'Filter',
  'FlatMap',
  'Group',
  'Map',
  'PipeFuncCall',
  'Projection',
  'Slice',
]
