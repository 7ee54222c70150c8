import type {ExprNode, PipeFuncCallNode} from 'groq-js'
import type {Document} from '../document.ts'
import {callSlot, type Evaluation, once, type Slot} from '../query/bridge.ts'
import {checkDeadline} from '../query/limits.ts'
import {value} from '../query/tree.ts'
import {pathOf} from './condition.ts'
import {isClosed} from './scope.ts'

/** The beginning of an ordered list of documents that is asked for. */
type Beginning = {
  type: ExprNode
  path: string
  descending: boolean
  needed: number
}

/** More than this many are better sorted at once. */
const neededMax = 2_000
const firstPage = 64
const pageMax = 4_096

/**
 * `*[_type == … && …] | order(path)[0...n]` for documents in an index's order: the filter is evaluated until
 * enough have passed. Undefined where a node is anything else. What comes out is ordered and cut as before.
 */
export function orderedBeginning(
  node: ExprNode,
  slots: Slot[],
  plain: (node: ExprNode) => ExprNode,
): ExprNode | undefined {
  const needed = neededBy(node)
  if (needed === undefined || needed > neededMax || !('base' in node)) return undefined
  const order = node.base as ExprNode
  if (order.type !== 'PipeFuncCall' || order.name !== 'order') return undefined
  const wanted = beginningOf(order, needed)
  if (!wanted) return undefined
  const planned = plain(order.base)
  const source = once((evaluation) => read(evaluation, wanted, planned))
  return {...node, base: {...order, base: callSlot(slots, source)}} as ExprNode
}

function neededBy(node: ExprNode): number | undefined {
  if (node.type === 'AccessElement' && node.index >= 0) return node.index + 1
  if (node.type !== 'Slice' || node.left < 0 || node.right < 0) return undefined
  return node.right + (node.isInclusive ? 1 : 0)
}

function beginningOf({args, base}: PipeFuncCallNode, needed: number): Beginning | undefined {
  const [first] = args
  if (!first || base.type !== 'Filter' || base.base.type !== 'Everything') return undefined
  const isDirected = first.type === 'Desc' || first.type === 'Asc'
  const path = pathOf(isDirected ? first.base : first)
  const type = typeOf(base.expr)
  if (path === undefined || path === '_id' || !type || !isClosed(base)) return undefined
  return {type, path, descending: first.type === 'Desc', needed}
}

/** What `_type` has to equal for a filter to hold. */
function typeOf(node: ExprNode): ExprNode | undefined {
  if (node.type === 'Group') return typeOf(node.base)
  if (node.type === 'And') return typeOf(node.left) ?? typeOf(node.right)
  if (node.type !== 'OpCall' || node.op !== '==') return undefined
  if (pathOf(node.left) === '_type' && isClosed(node.right)) return node.right
  return pathOf(node.right) === '_type' && isClosed(node.left) ? node.left : undefined
}

function read(evaluation: Evaluation, wanted: Beginning, planned: ExprNode): unknown {
  const {view, evaluate, deadline} = evaluation
  const type = evaluate(wanted.type)
  const pages = typeof type === 'string' ? view.ordered({...wanted, type}, pageSize) : undefined
  if (!pages || planned.type !== 'Filter') return evaluate(planned)
  const passed: Document[] = []
  const keys = new Map<Document, Uint8Array>()
  for (const page of pages) {
    checkDeadline(deadline)
    for (const {document, key} of page) keys.set(document, key)
    const base = value(page.map(({document}) => document))
    passed.push(...(evaluate({...planned, base}) as Document[]))
    const last = passed[wanted.needed - 1]
    if (last && goesBeyond(page, keys.get(last))) break
  }
  return passed.sort((a, b) => (a._id < b._id ? -1 : 1))
}

/** Whether nothing that is still to come can be as good as this key. */
const goesBeyond = (page: {key: Uint8Array}[], key: Uint8Array | undefined): boolean =>
  key !== undefined && Buffer.compare(key, page.at(-1)?.key ?? key) !== 0

const pageSize = (page: number): number => Math.min(firstPage * 2 ** page, pageMax)
