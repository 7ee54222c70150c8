import type {ExprNode} from 'groq-js'
import type {Document} from '../document.ts'
import type {Evaluation} from '../query/bridge.ts'
import {wordsSought} from '../query/text-query.ts'
import type {Lookup} from '../store/index.ts'
import {type Condition, conditionsOf} from './condition.ts'
import {demandsOf} from './filter.ts'

/** Where the documents come from that a filter is evaluated on. */
export type Source = {
  conditions: Condition[]
  type: ExprNode | undefined
  /** Of what a search finds, the newest so many will do. */
  documentsMax?: number
}

/** `planWhole` plans what conditions compare with, where that asks for documents itself. */
export const sourceFor = (filter: ExprNode, planWhole: (node: ExprNode) => ExprNode): Source => ({
  conditions: conditionsOf(filter).map((condition) => planned(condition, planWhole)),
  type: demandsOf(filter).type,
})

function planned(condition: Condition, planWhole: (node: ExprNode) => ExprNode): Condition {
  if (condition.by === 'search') return condition
  if (condition.by !== 'either') return {...condition, operand: planWhole(condition.operand)}
  const [one, other] = condition.of
  return {by: 'either', of: [planned(one, planWhole), planned(other, planWhole)]}
}

/** At least the documents that pass a filter, in the dataset's order. */
export function candidates(evaluation: Evaluation, source: Source): Iterable<Document> {
  const type = source.type && evaluation.evaluate(source.type)
  const typeName = typeof type === 'string' ? type : undefined
  for (const condition of source.conditions) {
    const lookups = lookupsOf(evaluation, condition, {...source, type: typeName})
    const isOfType = condition.by === 'key' && condition.key === 'type'
    const found = lookups && evaluation.view.each(lookups, isOfType ? undefined : typeName)
    if (found) return found
  }
  return evaluation.view.everything()
}

type Narrowed = {type: string | undefined; documentsMax?: number | undefined}

function lookupsOf(
  evaluation: Evaluation,
  condition: Condition,
  narrowed: Narrowed,
): Lookup[] | undefined {
  if (condition.by === 'either') {
    const either = condition.of.map((one) => lookupsOf(evaluation, one, narrowed))
    return either.every((lookups) => lookups !== undefined) ? either.flat() : undefined
  }
  if (condition.by === 'search') {
    const words = wordsSought(evaluation, condition.text)
    return words.length === 0
      ? undefined
      : [{by: 'search', words, documentsMax: narrowed.documentsMax}]
  }
  const values = strings(evaluation.evaluate(condition.operand))
  if (!values) return undefined
  if (condition.by === 'key') return [{by: condition.key, values}]
  const {type} = narrowed
  return type === undefined ? undefined : [{by: 'path', type, path: condition.path, values}]
}

/** Strings alone are in the indexes: anything else may be equal to what is absent. */
function strings(value: unknown): string[] | undefined {
  const values = Array.isArray(value) ? value : [value]
  return values.every((item) => typeof item === 'string') ? values : undefined
}
