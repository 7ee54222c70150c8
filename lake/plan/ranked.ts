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
export const rankedMax = 2_000

/**
 * `*[… && @ match text::query(…)] | score(…) | order(_score desc)[0...n]`: the best of what is found. A word that
 * nearly all documents have would have them all read and scored, for a page of twenty.
 */
export const rankedAnswer: Answerer = (node, planner) => {
  const isPart = node.type === 'AccessElement' || node.type === 'Slice'
  const order = isPart ? pipeOf(node.base, 'order') : undefined
  const score = order && isByScore(order) ? pipeOf(order.base, 'score') : undefined
  const filter = score?.base
  if (!order || !score || filter?.type !== 'Filter' || filter.base.type !== 'Everything')
    return undefined
  if ([...order.args, ...score.args].some(holdsEverything)) return undefined
  const source = sourceFor(filter.expr, planner.whole)
  const [best] = source.conditions
  if (!best || !isSearch(best)) return undefined
  const chain = {planned: planner.parts(filter), source: {...source, documentsMax: rankedMax}}
  const run = (evaluation: Evaluation) => {
    const found = {...score, base: value(outcomeOf(evaluation, chain))}
    return evaluation.evaluate({...node, base: {...order, base: found}} as ExprNode)
  }
  return {steps: [{by: 'lookup', ...describe(best), documentsMax: rankedMax}], run}
}

const pipeOf = (node: ExprNode, name: string): PipeFuncCallNode | undefined =>
  node.type === 'PipeFuncCall' && node.name === name ? node : undefined

/** A search, or one beside what few documents meet. */
function isSearch(condition: Condition): boolean {
  if (condition.by !== 'either') return condition.by === 'search'
  return (
    condition.of.some(isSearch) && condition.of.every((one) => isSearch(one) || isSelective(one))
  )
}

const isByScore = ({args: [first]}: PipeFuncCallNode): boolean =>
  first?.type === 'Desc' && pathOf(first.base) === '_score'
