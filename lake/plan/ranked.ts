import type {ExprNode, PipeFuncCallNode} from 'groq-js'
import type {Evaluation} from '../query/bridge.ts'
import {holdsEverything, value} from '../query/tree.ts'
import type {Answerer} from './answer.ts'
import {sourceFor} from './candidates.ts'
import {outcomeOf} from './chain.ts'
import {type Condition, isSelective} from './condition.ts'
import {describe} from './explain.ts'
import {pathOf} from './paths.ts'

/** Where a search finds more documents, the newest so many are ranked. */
export const rankedMax = 1_000

/**
 * `*[… && @ match text::query(…)] | score(…) | order(_score desc)[0...n]`, and the same with `[_score > 0]` before the
 * order: the best of what is found. A word that nearly all documents have would have them all read and scored, for a
 * page of twenty.
 */
export const rankedAnswer: Answerer = (node, planner) => {
  const isPart = node.type === 'AccessElement' || node.type === 'Slice'
  const order = isPart ? pipeOf(node.base, 'order') : undefined
  const scored = order && isByScore(order) ? scoredIn(order.base) : undefined
  if (!order || !scored || order.args.some(holdsEverything)) return undefined
  const {filter} = scored
  const source = sourceFor(filter.expr, planner.whole)
  const [best] = source.conditions
  if (!best || !isSearch(best)) return undefined
  const chain = {planned: planner.parts(filter), source: {...source, documentsMax: rankedMax}}
  const run = (evaluation: Evaluation) => {
    const base = scored.over(value(outcomeOf(evaluation, chain)))
    return evaluation.evaluate({...node, base: {...order, base}} as ExprNode)
  }
  return {steps: [{by: 'lookup', ...describe(best), documentsMax: rankedMax}], run}
}

type Scored = {
  filter: Extract<ExprNode, {type: 'Filter'}>
  /** The same over other documents than those of the filter. */
  over(base: ExprNode): ExprNode
}

/** `*[…] | score(…)`, and filters behind it. */
function scoredIn(node: ExprNode): Scored | undefined {
  if (node.type === 'Filter' && !holdsEverything(node.expr)) {
    const inner = scoredIn(node.base)
    return inner && {...inner, over: (base) => ({...node, base: inner.over(base)})}
  }
  const score = pipeOf(node, 'score')
  const filter = score?.base
  if (!score || filter?.type !== 'Filter' || filter.base.type !== 'Everything') return undefined
  return score.args.some(holdsEverything) ? undefined : {filter, over: (base) => ({...score, base})}
}

/** A search, or one beside what few documents meet. */
function isSearch(condition: Condition): boolean {
  if (condition.by !== 'either') return condition.by === 'search'
  return (
    condition.of.some(isSearch) && condition.of.every((one) => isSearch(one) || isSelective(one))
  )
}

const isByScore = ({args: [first]}: PipeFuncCallNode): boolean =>
  first?.type === 'Desc' && pathOf(first.base) === '_score'

const pipeOf = (node: ExprNode, name: string): PipeFuncCallNode | undefined =>
  node.type === 'PipeFuncCall' && node.name === name ? node : undefined
