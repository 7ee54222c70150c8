/** Lists in an order that no index has, and the beginnings of such lists. */
import type {ExprNode, PipeFuncCallNode} from 'groq-js'
import type {Document} from '../document.ts'
import type {Evaluation} from '../query/bridge.ts'
import {holdsEverything, value} from '../query/tree.ts'
import type {Answer, Answerer, Planner} from './answer.ts'
import {
  type Chain,
  chainOf,
  onBatches,
  projectionOf,
  sourceOf,
  stepOf,
  withSource,
} from './chain.ts'
import {fieldsOfList} from './fields.ts'
import {neededBy} from './listing.ts'
import {whole} from './whole.ts'

/** Longer lists are put in order at once. */
const neededMax = 2_000
/** So many more are looked at before the list is cut again. */
const batchMin = 1_000

/**
 * `*[…] | order(…)[0...n]`, and the same without an order, where no index has it: no more documents are in memory than
 * the list is long, and those that are looked at. Of a longer list, no more is read than a projection behind it needs.
 */
export const topAnswer: Answerer = (node, planner) =>
  node.type === 'Map' ? top(node.base, planner, node) : top(node, planner)

function top(node: ExprNode, planner: Planner, map?: ExprNode): Answer | undefined {
  const needed = neededBy(node)
  const list = needed === undefined ? node : (node as {base: ExprNode}).base
  const order = list.type === 'PipeFuncCall' && list.name === 'order' ? list : undefined
  if (!order && needed === undefined) return undefined
  if (order?.args.some(holdsEverything)) return undefined
  const unordered = order ? order.base : list
  const source = sourceOf(unordered, planner)
  if (!source) return undefined
  const planned = planner.parts(unordered)
  const projected = map && projectionOf(map, planner)
  const {fields, isWhole} = fieldsOfList({planned, order, projected})
  const isLeft = planner.isLast && !map
  const isLong = needed === undefined && source.isExact && !isLeft
  const chain =
    fields && !(isWhole && isLong)
      ? {planned, source: {...source, fields}}
      : chainOf(planned, source, {isCounted: false})
  const wanted = {order, needed: needed ?? Number.POSITIVE_INFINITY}
  const run = (evaluation: Evaluation) => {
    const first = value(firstOf(evaluation, chain, wanted))
    const ordered = order ? {...order, base: first} : first
    const cut = needed === undefined ? ordered : ({...node, base: ordered} as ExprNode)
    const found = evaluation.evaluate(cut) as Document[]
    const ready = isWhole && !isLeft ? whole(evaluation, found) : found
    return projected ? evaluation.evaluate(withSource(projected, ready)) : ready
  }
  return {steps: [stepOf(source)], run}
}

type Wanted = {order: PipeFuncCallNode | undefined; needed: number}

/** At least the first of what a chain comes to. */
function firstOf(evaluation: Evaluation, chain: Chain, {order, needed}: Wanted): unknown[] {
  let kept: unknown[] = []
  for (const some of onBatches(evaluation, chain)) {
    kept.push(...some)
    if (!order && kept.length >= needed) return kept
    if (needed <= neededMax && kept.length >= needed + batchMin) {
      kept = evaluation.evaluate(firstIn(value(kept), {order, needed})) as unknown[]
    }
  }
  return kept
}

const firstIn = (list: ExprNode, {order, needed}: Wanted): ExprNode => ({
  type: 'Slice',
  base: order ? {...order, base: list} : list,
  left: 0,
  right: needed,
  isInclusive: false,
})
