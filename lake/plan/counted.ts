import type {ExprNode} from 'groq-js'
import {callSlot, once, type Slot} from '../query/bridge.ts'
import {callArgs} from '../query/tree.ts'
import {pathOf} from './condition.ts'
import {isClosed} from './scope.ts'

/** `count(*[_type == …])` without reading a document. Undefined where a node is anything else. */
export function countOfType(
  node: ExprNode,
  slots: Slot[],
  plain: (node: ExprNode) => ExprNode,
): ExprNode | undefined {
  const [counted] = callArgs(node, 'global::count') ?? []
  if (counted?.type !== 'Filter' || counted.base.type !== 'Everything') return undefined
  const {expr} = counted
  if (expr.type !== 'OpCall' || expr.op !== '==' || pathOf(expr.left) !== '_type') return undefined
  if (!isClosed(counted)) return undefined
  const planned = plain(node)
  const count = once(({view, evaluate}) => {
    const type = evaluate(expr.right)
    return typeof type === 'string' ? view.count(type) : evaluate(planned)
  })
  return callSlot(slots, count)
}
