import type {ExprNode, PipeFuncCallNode} from 'groq-js'
import type {Document} from '../document.ts'
import type {Evaluation} from '../query/bridge.ts'
import {spend, stepsPerDocument} from '../query/limits.ts'
import {holdsEverything, value} from '../query/tree.ts'
import {indexedFields, isComputed, type Walk, type WalkStep} from '../store/index.ts'
import type {Answerer, Planner, PlanStep} from './answer.ts'
import {fewCandidates, isOfType, plannedEqual, sourceFor} from './candidates.ts'
import {batches, outcomeOf, withSource} from './chain.ts'
import {type Condition, conditionsOf, isSelective} from './condition.ts'
import {textOf} from './explain.ts'
import {type Demand, demandsOf} from './filter.ts'
import {scalarsOf} from './lookups.ts'
import {isSamePaths, pathOf, valuePathsOf} from './paths.ts'
import {type Bounds, boundsOf, stretchOf} from './stretch.ts'

/** The beginning of an ordered list of documents that is asked for. */
type Listing = {
  type: ExprNode
  equal: Demand[]
  order: string[]
  descending: boolean
  /** Which way ids go among equal values; undefined where something else comes before them. */
  ids: 'asc' | 'desc' | undefined
  bounds: Bounds | undefined
  needed: number
}

/** More than this many are better sorted at once, unless ids order them. */
const neededMax = 2_000
const batchMax = 1_024

/**
 * `*[_type == … && …] | order(path)[0...n]`, and the same without an order, which is by id: an index is walked
 * through in this order, and the filter evaluated, until enough have passed. What comes out is ordered and cut
 * as before.
 */
export const listAnswer: Answerer = (node, planner) => {
  const needed = neededBy(node)
  if (needed === undefined || !('base' in node)) return undefined
  const base = node.base as ExprNode
  const filter = base.type === 'PipeFuncCall' && base.name === 'order' ? base.base : base
  if (filter.type !== 'Filter' || filter.base.type !== 'Everything') return undefined
  const wanted = listingOf({base, filter: filter.expr, needed}, planner)
  if (!wanted) return undefined
  const planned = planner.parts(filter)
  const source = sourceFor(filter.expr, planner.whole)
  const probed = source.conditions.filter((one) => !isWalked(one, wanted))
  const run = (evaluation: Evaluation) => {
    const few = fewCandidates(evaluation, source, probed)
    const walked = few ? undefined : walkThrough(evaluation, wanted, planned)
    const passed = walked ?? outcomeOf<Document>(evaluation, {planned, source}, few)
    const ordered = base === filter ? value(passed) : {...base, base: value(passed)}
    return evaluation.evaluate({...node, base: ordered} as ExprNode)
  }
  return {steps: [stepOf(wanted)], run}
}

/** Whether a walk goes through no other documents than those that meet a condition. */
const isWalked = (condition: Condition, {order}: Listing): boolean =>
  isOfType(condition) ||
  condition.by === 'paths' ||
  (condition.by === 'range' && isSamePaths(condition.span.order, order))

function neededBy(node: ExprNode): number | undefined {
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

/** The first documents in the wanted order that pass, and perhaps more. Undefined where no index has this order. */
function walkThrough(
  evaluation: Evaluation,
  wanted: Listing,
  planned: ExprNode,
): Document[] | undefined {
  const walk = walkFor(evaluation, wanted)
  const steps = walk && evaluation.view.walk(walk)
  return steps && passing(evaluation, {steps, wanted, planned})
}

function walkFor(evaluation: Evaluation, wanted: Listing): Walk | undefined {
  const {order, equal, bounds, descending} = wanted
  const type = evaluation.evaluate(wanted.type)
  const scalars = scalarsOf(evaluation, equal)
  if (typeof type !== 'string' || !scalars) return undefined
  const span = stretchOf(bounds, evaluation.evaluate)
  const stretch =
    order.length > 0
      ? span
      : {
          from: {value: nothing, id: span.ids.from},
          to: {value: nothing, id: span.ids.to},
        }
  const by = equal.map(({path}) => path)
  return {type, by, scalars, order, descending, ids: wanted.ids ?? 'asc', stretch}
}

const nothing = new Uint8Array()

type Passing = {steps: Iterable<WalkStep>; wanted: Listing; planned: ExprNode}

function passing(evaluation: Evaluation, {steps, wanted, planned}: Passing): Document[] {
  const {needed} = wanted
  const passed: Document[] = []
  const at = new Map<string, WalkStep>()
  for (const batch of batches(steps, (number) => Math.min((needed + 1) * 2 ** number, batchMax))) {
    spend(evaluation.allowance, batch.length * stepsPerDocument)
    for (const step of batch) at.set(step.document._id, step)
    const documents = batch.map(({document}) => document)
    passed.push(...(evaluation.evaluate(withSource(planned, documents)) as Document[]))
    const last = at.get(passed[needed - 1]?._id ?? '')
    if (last && isEnough(last, batch.at(-1), wanted)) break
  }
  return passed.sort((one, other) => (one._id < other._id ? -1 : 1))
}

/** Whether nothing that is still to come can belong before the last that is needed. */
function isEnough(last: WalkStep, latest: WalkStep | undefined, wanted: Listing): boolean {
  if (last.isApart && wanted.ids) return true
  return Buffer.compare(last.value, latest?.value ?? last.value) !== 0
}

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
