import type {Evaluation} from '../query/bridge.ts'
import {callArgs} from '../query/tree.ts'
import {indexedFields} from '../store/index.ts'
import type {Answerer} from './answer.ts'
import {chainCount} from './chain.ts'
import {textOf} from './explain.ts'
import {demandsOf} from './filter.ts'

/** `count(*[_type == … && path == …])` without reading a document. */
export const countAnswer: Answerer = (node, planner) => {
  const [counted] = callArgs(node, 'global::count') ?? []
  if (counted?.type !== 'Filter' || counted.base.type !== 'Everything') return undefined
  const {type, equal, isAll} = demandsOf(counted.expr)
  const by = equal.map(({path}) => path)
  const isIndexed = new Set([...by, ...indexedFields]).size === by.length + indexedFields.length
  if (!type || !isAll || !isIndexed) return undefined
  const plain = chainCount(node, planner)
  const run = (evaluation: Evaluation) => {
    const name = evaluation.evaluate(type)
    const strings = equal.map(({operand}) => evaluation.evaluate(operand))
    const isKnown = typeof name === 'string' && strings.every((one) => typeof one === 'string')
    const count = isKnown ? evaluation.view.count({type: name, by, strings}) : undefined
    return count ?? plain?.run(evaluation)
  }
  return {steps: [{by: 'count', type: textOf(type), where: by}], run}
}
