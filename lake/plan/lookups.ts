import type {Evaluation} from '../query/bridge.ts'
import {wordsSought} from '../query/textQuery.ts'
import {isScalar, isWholeStretch, type Lookup, type Scalar} from '../store/index.ts'
import {soughtBy} from '../words/indexed.ts'
import {patternOf} from '../words/match.ts'
import type {Condition} from './condition.ts'
import type {Demand} from './filter.ts'
import {stretchOf} from './stretch.ts'

/** What is known of the documents besides: their type; of those that a search finds, the newest so many will do. */
export type Known = {type: string | undefined; documentsMax?: number | undefined}

/** The looks into indexes that find the documents that meet a condition; undefined where no index has them. */
export function lookupsOf(
  evaluation: Evaluation,
  condition: Condition,
  known: Known,
): Lookup[] | undefined {
  if (condition.by === 'either') {
    const either = condition.of.map((one) => lookupsOf(evaluation, one, known))
    return either.every((lookups) => lookups !== undefined) ? distinct(either.flat()) : undefined
  }
  if (condition.by === 'search') {
    const words = wordsSought(evaluation, condition.text)
    return words.length === 0 ? undefined : [{by: 'search', words, ...known}]
  }
  if (condition.by === 'match') {
    const pattern = patternOf(evaluation.evaluate(condition.operand))
    const words = pattern ? soughtBy(pattern) : []
    const {columns} = condition
    return words.length === 0 ? undefined : [{by: 'search', words, columns, type: known.type}]
  }
  if (condition.by === 'key') {
    const values = listed(evaluation.evaluate(condition.operand))
    const isOfStrings = values.every((one) => typeof one === 'string')
    return isOfStrings ? [{by: condition.key, values}] : undefined
  }
  const lookup = known.type === undefined ? undefined : ofType(evaluation, condition, known.type)
  return lookup && [lookup]
}

type OfType = Extract<Condition, {by: 'path' | 'paths' | 'range'}>

function ofType(evaluation: Evaluation, condition: OfType, type: string): Lookup | undefined {
  if (condition.by === 'path') {
    const values = listed(evaluation.evaluate(condition.operand))
    const alternatives = values.every(isScalar) ? values.map((one) => [one]) : undefined
    return alternatives && {by: 'paths', type, paths: [condition.path], alternatives}
  }
  const paths = condition.equal.map(({path}) => path)
  const scalars = scalarsOf(evaluation, condition.equal)
  if (!scalars) return undefined
  if (condition.by === 'paths') return {by: 'paths', type, paths, alternatives: [scalars]}
  const {order, bounds} = condition.span
  const stretch = stretchOf(bounds, evaluation.evaluate)
  return isWholeStretch(stretch) ? undefined : {by: 'range', type, paths, scalars, order, stretch}
}

/** What paths have to equal; undefined where that may be equal to what is absent. */
export function scalarsOf({evaluate}: Evaluation, equal: Demand[]): Scalar[] | undefined {
  const scalars = equal.map(({operand}) => evaluate(operand))
  return scalars.every(isScalar) ? scalars : undefined
}

const distinct = (lookups: Lookup[]): Lookup[] => [
  ...new Map(lookups.map((lookup) => [JSON.stringify(lookup), lookup])).values(),
]

const listed = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value])
