import type {ExprNode} from 'groq-js'
import type {Document} from '../document.ts'
import type {Evaluation} from '../query/bridge.ts'
import {expectFew, spend, stepsPerDocument} from '../query/limits.ts'
import type {Walk, WalkStep} from '../store/index.ts'
import {batches, withSource} from './chain.ts'
import type {Demand} from './filter.ts'
import {scalarsOf} from './lookups.ts'
import {type Bounds, stretchOf} from './stretch.ts'

/** The beginning of an ordered list of documents that is asked for. */
export type Listing = {
  type: ExprNode
  equal: Demand[]
  order: string[]
  descending: boolean
  /** Which way ids go among equal values; undefined where something else comes before them. */
  ids: 'asc' | 'desc' | undefined
  bounds: Bounds | undefined
  needed: number
  /** What is read of each document; absent: all. */
  fields?: string[] | undefined
}

const batchMax = 1_024

/** So many documents are walked through before it is asked whether all are sooner read. */
const walkedMax = 1_000

/**
 * The first documents in the wanted order that pass, and perhaps more. Undefined where no index has this order, or few
 * pass, so that all documents of the type are sooner read than walked through.
 */
export function walkThrough(
  evaluation: Evaluation,
  wanted: Listing,
  planned: ExprNode,
): Document[] | undefined {
  const walk = walkFor(evaluation, wanted)
  expectFew(evaluation.allowance, (max) => wanted.needed <= max)
  const steps = walk && evaluation.view.walk(walk)
  return steps && passing(evaluation, {steps, wanted, planned})
}

function walkFor(evaluation: Evaluation, wanted: Listing): Walk | undefined {
  const {order, equal, bounds, descending, fields} = wanted
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
  return {type, by, scalars, order, descending, ids: wanted.ids ?? 'asc', stretch, fields}
}

const nothing = new Uint8Array()

type Passing = {steps: Iterable<WalkStep>; wanted: Listing; planned: ExprNode}

function passing(
  evaluation: Evaluation,
  {steps, wanted, planned}: Passing,
): Document[] | undefined {
  const {needed} = wanted
  const passed: Document[] = []
  let last: WalkStep | undefined
  let walked = 0
  let most: number | undefined
  for (const batch of batches(steps, (number) => Math.min((needed + 1) * 2 ** number, batchMax))) {
    spend(evaluation.allowance, batch.length * stepsPerDocument)
    walked += batch.length
    const documents = batch.map(({document}) => document)
    passed.push(...(evaluation.evaluate(withSource(planned, documents)) as Document[]))
    const id = passed[needed - 1]?._id
    last ??= batch.find(({document}) => document._id === id)
    if (last && isEnough(last, batch.at(-1), wanted)) break
    if (walked < walkedMax) continue
    most ??= mostWalked(evaluation, wanted)
    if (Math.max(walked, (walked * needed) / (passed.length + 1)) > most) return undefined
  }
  return passed.sort((one, other) => (one._id < other._id ? -1 : 1))
}

/** To walk through more documents than these takes longer than to read what is needed of all. */
function mostWalked({view, evaluate}: Evaluation, wanted: Listing): number {
  const {type, fields, bounds, equal} = wanted
  if (!fields || bounds || equal.length > 0) return Number.POSITIVE_INFINITY
  const all = view.count({type: String(evaluate(type)), by: [], scalars: []})
  return (all ?? Number.POSITIVE_INFINITY) / 4
}

/** Whether nothing that is still to come can belong before the last that is needed. */
function isEnough(last: WalkStep, latest: WalkStep | undefined, wanted: Listing): boolean {
  if (last.isApart && wanted.ids) return true
  return Buffer.compare(last.value, latest?.value ?? last.value) !== 0
}
