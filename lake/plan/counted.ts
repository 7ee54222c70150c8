import type {Evaluation} from '../query/bridge.ts'
import {callArgs} from '../query/tree.ts'
import {indexedFields} from '../store/index.ts'
import type {Answerer} from './answer.ts'
import {plannedEqual} from './candidates.ts'
import {chainCount} from './chain.ts'
import {textOf} from './explain.ts'
import {demandsOf} from './filter.ts'
import {scalarsOf} from './lookups.ts'

/** `count(*[_type == … && path == …])` without reading a document. */
export const countAnswer: Answerer = (node, planner) => {
  const [counted] = callArgs(node, 'global::count') ?? []
  if (counted?.type !== 'Filter' || counted.base.type !== 'Everything') return undefined
  const {type, spans, isAll, ...demands} = demandsOf(counted.expr)
  const equal = plannedEqual(demands.equal, planner.whole)
  const by = equal.map(({path}) => path)
  const isIndexed = new Set([...by, ...indexedFields]).size === by.length + indexedFields.length
  if (!type || !isAll || !isIndexed || spans.length > 0) return undefined
  const plain = chainCount(node, planner)
  const run = (evaluation: Evaluation) => {
    const name = evaluation.evaluate(type)
    const scalars = scalarsOf(evaluation, equal)
    const isKnown = typeof name === 'string' && scalars !== undefined
    const count = isKnown ? evaluation.view.count({type: name, by, scalars}) : undefined
    return count ?? plain?.run(evaluation)
  }
  return {steps: [{by: 'count', type: textOf(type), where: by}], run}
}
