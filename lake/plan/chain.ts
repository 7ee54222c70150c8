import type {ExprNode} from 'groq-js'
import type {Document} from '../document.ts'
import type {Evaluation} from '../query/bridge.ts'
import {spend, stepsPerDocument} from '../query/limits.ts'
import {callArgs, value} from '../query/tree.ts'
import type {Answerer, Planner, PlanStep} from './answer.ts'
import {candidates, type Source, sourceFor} from './candidates.ts'
import {baseOf} from './chainBase.ts'
import {describe} from './explain.ts'
import {fieldsRead} from './fields.ts'
import {whole} from './whole.ts'

/** So many documents are in memory at once, besides those that pass. */
const batchDocuments = 128

/**
 * `*[…]{…}.path`: filters and projections that take documents one by one. They are evaluated on a batch at a
 * time, so that a walk through everything needs no room for everything.
 */
export const chainAnswer: Answerer = (node, planner) => {
  const isLeft = planner.isLast && isFiltered(node)
  const source = node.type === 'Everything' && !isLeft ? undefined : sourceOf(node, planner)
  if (!source) return undefined
  const chain = chainOf(planner.parts(node), source, {isCounted: isLeft})
  return {steps: [stepOf(source)], run: (evaluation) => outcomeOf(evaluation, chain)}
}

/** What comes out are documents. */
const isFiltered = (node: ExprNode): boolean =>
  node.type === 'Everything' || (node.type === 'Filter' && isFiltered(node.base))

/** `count(*[…])`, for which nothing is kept. */
export const chainCount: Answerer = (node, planner) => {
  const [counted] = callArgs(node, 'global::count') ?? []
  const source = counted && sourceOf(counted, planner)
  if (!source) return undefined
  const unordered = {...source, isUnordered: true}
  const chain = chainOf(planner.parts(counted), unordered, {isCounted: true})
  const run = (evaluation: Evaluation) => {
    let count = 0
    for (const some of onBatches(evaluation, chain)) count += some.length
    return count
  }
  return {steps: [stepOf(source)], run}
}

/**
 * Filters and projections, planned, and where the documents come from that take the place of their `*`. `rest`: what
 * is evaluated on the documents that have passed, read whole.
 */
export type Chain = {planned: ExprNode; source: Source; rest?: ExprNode}

/** Of documents that are looked through in great number, no more is read than the chain needs. */
export function chainOf(planned: ExprNode, source: Source, how: {isCounted: boolean}): Chain {
  const fields = fieldsRead(planned, how)
  if (fields) return {planned, source: {...source, fields}}
  const {filters, rest} = parted(planned)
  const filtered = source.isExact ? undefined : fieldsRead(filters, {isCounted: true})
  return filtered
    ? {planned: filters, source: {...source, fields: filtered}, rest}
    : {planned, source}
}

/** The filters that a chain begins with, and what stands behind them, with `*` for the documents that pass. */
function parted(chain: ExprNode): {filters: ExprNode; rest: ExprNode} {
  const base = baseOf(chain)
  if (!base) return {filters: chain, rest: chain}
  const {filters, rest} = parted(base)
  return chain.type === 'Filter' && !baseOf(rest)
    ? {filters: {...chain, base: filters}, rest}
    : {filters, rest: {...chain, base: rest} as ExprNode}
}

/** Of the documents that the source finds, or of these. */
export const outcomeOf = <T>(
  evaluation: Evaluation,
  chain: Chain,
  documents?: Iterable<Document>,
): T[] => [...onBatches(evaluation, chain, documents)].flat() as T[]

export function* onBatches(
  evaluation: Evaluation,
  {planned, source, rest}: Chain,
  documents = candidates(evaluation, source),
): Generator<unknown[]> {
  for (const batch of batches(documents, () => batchDocuments)) {
    spend(evaluation.allowance, batch.length * stepsPerDocument)
    const passed = evaluation.evaluate(withSource(planned, batch)) as Document[]
    yield rest
      ? (evaluation.evaluate(withSource(rest, whole(evaluation, passed))) as unknown[])
      : passed
  }
}

/** The chain with these documents in place of `*`. */
export function withSource(chain: ExprNode, documents: Document[]): ExprNode {
  if (chain.type === 'Everything') return value(documents)
  return {...chain, base: withSource(baseOf(chain) ?? chain, documents)} as ExprNode
}

/** A projection behind a list, planned, with `*` for the list. */
export const projectionOf = (map: ExprNode, planner: Planner): ExprNode =>
  planner.parts({...map, base: {type: 'Everything'}} as ExprNode)

/** Undefined where a node is neither `*` nor a chain of filters and projections behind it. */
export function sourceOf(node: ExprNode, planner: Planner): Source | undefined {
  if (node.type === 'Everything') return everything
  const base = baseOf(node)
  if (base?.type !== 'Everything') return base && sourceOf(base, planner)
  return node.type === 'Filter' ? sourceFor(node.expr, planner.whole) : everything
}

const everything: Source = {conditions: [], type: undefined, isExact: true}

export function* batches<T>(items: Iterable<T>, sizeOf: (batch: number) => number): Generator<T[]> {
  let number = 0
  let batch: T[] = []
  for (const item of items) {
    if (batch.push(item) < sizeOf(number)) continue
    yield batch
    number++
    batch = []
  }
  if (batch.length > 0) yield batch
}

export const stepOf = ({conditions: [best]}: Source): PlanStep =>
  best ? {by: 'lookup', ...describe(best)} : {by: 'scan'}
