import type {ExprNode, PipeFuncCallNode} from 'groq-js'
import type {Document} from '../document.ts'
import type {Evaluation} from '../query/bridge.ts'
import {holdsEverything, value} from '../query/tree.ts'
import {indexedFields, isComputed} from '../store/index.ts'
import type {Answer, Answerer, Planner, PlanStep} from './answer.ts'
import {fewCandidates, isOfType, plannedEqual, sourceFor} from './candidates.ts'
import {outcomeOf, projectionOf, withSource} from './chain.ts'
import {type Condition, conditionsOf, isSelective} from './condition.ts'
import {textOf} from './explain.ts'
import {fieldsOfList} from './fields.ts'
import {type Demand, demandsOf} from './filter.ts'
import {isSamePaths, pathOf, valuePathsOf} from './paths.ts'
import {boundsOf} from './stretch.ts'
import {type Listing, walkThrough} from './walking.ts'
import {whole} from './whole.ts'

/** More than this many are better sorted at once, unless ids order them. */
const neededMax = 2_000

/**
 * `*[_type == … && …] | order(path)[0...n]`, and the same without an order, which is by id: an index is walked
 * through in this order, and the filter evaluated, until enough have passed. What comes out is ordered and cut
 * as before.
 */
export const listAnswer: Answerer = (node, planner) =>
  node.type === 'Map' ? listed(node.base, planner, node) : listed(node, planner)

/** `map`: a projection behind the list. Of a long list, no more is read than that needs. */
function listed(node: ExprNode, planner: Planner, map?: ExprNode): Answer | undefined {
  const needed = neededBy(node)
  if (needed === undefined || !('base' in node)) return undefined
  const base = node.base as ExprNode
  const filter = base.type === 'PipeFuncCall' && base.name === 'order' ? base.base : base
  if (filter.type !== 'Filter' || filter.base.type !== 'Everything') return undefined
  const wanted = listingOf({base, filter: filter.expr, needed}, planner)
  if (!wanted) return undefined
  const planned = planner.parts(filter)
  const projected = map && projectionOf(map, planner)
  const {fields, isWhole} = fieldsOfList({planned, order: base, projected})
  const isLeft = planner.isLast && !map
  const source = {...sourceFor(filter.expr, planner.whole), ...(fields && {fields})}
  const probed = source.conditions.filter((one) => !isWalked(one, wanted))
  const run = (evaluation: Evaluation) => {
    const few = fewCandidates(evaluation, source, probed)
    const walked = few ? undefined : walkThrough(evaluation, {...wanted, fields}, planned)
    const passed = walked ?? outcomeOf<Document>(evaluation, {planned, source}, few)
    const ordered = base === filter ? value(passed) : {...base, base: value(passed)}
    const found = evaluation.evaluate({...node, base: ordered} as ExprNode)
    const list = isWhole && !isLeft ? whole(evaluation, found) : found
    return projected ? evaluation.evaluate(withSource(projected, list as Document[])) : list
  }
  return {steps: [stepOf(wanted)], run}
}

/** Whether a walk goes through no other documents than those that meet a condition. */
const isWalked = (condition: Condition, {order}: Listing): boolean =>
  isOfType(condition) ||
  condition.by === 'paths' ||
  (condition.by === 'range' && isSamePaths(condition.span.order, order))

export function neededBy(node: ExprNode): number | undefined {
  if (node.type === 'AccessElement' && node.index >= 0) return node.index + 1
  if (node.type !== 'Slice' || node.left < 0 || node.right < 0) return undefined
  return node.right + (node.isInclusive ? 1 : 0)
}

type Asked = {base: ExprNode; filter: ExprNode; needed: number}

function listingOf({base, filter, needed}: Asked, {whole}: Planner): Listing | undefined {
  const {type, equal} = demandsOf(filter)
  const ordering = base.type === 'PipeFuncCall' ? orderingOf(base) : byId
  if (!type || !ordering || conditionsOf(filter).some(isSelective)) return undefined
  if (ordering.order.length > 0 && needed > neededMax) return undefined
  const bounds = boundsOf(filter, ordering.order)
  const isBound = ({path, part}: Demand) => isComputed(path) && boundsOf(part, ordering.order)
  const paths = new Map(equal.filter((one) => !isBound(one)).map((one) => [one.path, one]))
  for (const field of indexedFields) paths.delete(field)
  return {...ordering, type, equal: plannedEqual([...paths.values()], whole), bounds, needed}
}

type Ordering = Pick<Listing, 'order' | 'descending' | 'ids'>

const byId: Ordering = {order: [], descending: false, ids: 'asc'}

function orderingOf({args}: PipeFuncCallNode): Ordering | undefined {
  const [first, second] = args
  if (!first || args.some(holdsEverything)) return undefined
  const order = valuePathsOf(undirected(first))
  if (!order) return undefined
  const descending = first.type === 'Desc'
  if (order.length === 1 && order[0] === '_id') {
    return {order: [], descending, ids: descending ? 'desc' : 'asc'}
  }
  if (!second) return {order, descending, ids: 'asc'}
  const isById = pathOf(undirected(second)) === '_id'
  return {order, descending, ids: isById ? (second.type === 'Desc' ? 'desc' : 'asc') : undefined}
}

const undirected = (node: ExprNode): ExprNode =>
  node.type === 'Desc' || node.type === 'Asc' ? node.base : node

function stepOf({type, equal, order, descending, needed, bounds}: Listing): PlanStep {
  return {
    by: 'walk',
    type: textOf(type),
    where: equal.map(({path}) => path),
    order: order.length > 0 ? order : ['_id'],
    direction: descending ? 'desc' : 'asc',
    bounded: bounds !== undefined,
    documents: needed,
  }
}
