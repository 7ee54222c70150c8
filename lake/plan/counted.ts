import type {Evaluation} from '../query/bridge.ts'
import {callArgs} from '../query/tree.ts'
import {indexedFields} from '../store/index.ts'
import type {Answerer} from './answer.ts'
import {plannedEqual} from './candidates.ts'
import {chainCount} from './chain.ts'
import {textOf} from './explain.ts'
import {demandsOf, type Span} from './filter.ts'
import {scalarsOf} from './lookups.ts'
import {isExact, stretchOf} from './stretch.ts'

/** `count(*[_type == … && path == … && other > …])` without reading a document. */
export const countAnswer: Answerer = (node, planner) => {
  const [counted] = callArgs(node, 'global::count') ?? []
  if (counted?.type !== 'Filter' || counted.base.type !== 'Everything') return undefined
  const {type, spans, isAll, ...demands} = demandsOf(counted.expr)
  const equal = plannedEqual(demands.equal, planner.whole)
  const by = equal.map(({path}) => path)
  const isIndexed = new Set([...by, ...indexedFields]).size === by.length + indexedFields.length
  const [span, ...others] = spans
  if (!type || !isAll || !isIndexed || others.length > 0) return undefined
  const plain = chainCount(node, planner)
  const run = (evaluation: Evaluation) => {
    const name = evaluation.evaluate(type)
    const scalars = scalarsOf(evaluation, equal)
    const within = span && withinOf(evaluation, span)
    const isKnown = typeof name === 'string' && scalars !== undefined && (within || !span)
    const count = isKnown ? evaluation.view.count({type: name, by, scalars, within}) : undefined
    return count ?? plain?.run(evaluation)
  }
  const range = span && {range: span.order}
  return {steps: [{by: 'count', type: textOf(type), where: by, ...range}], run}
}

/** Undefined where what lies within is not all told by the index. */
function withinOf({evaluate}: Evaluation, {order, bounds}: Span) {
  return isExact(bounds, evaluate) ? {order, stretch: stretchOf(bounds, evaluate)} : undefined
}
