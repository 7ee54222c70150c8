import type {ExprNode} from 'groq-js'
import type {Document} from '../document.ts'
import type {Evaluation} from '../query/bridge.ts'
import {expectFew} from '../query/limits.ts'
import {type Condition, conditionsOf, isAtHand, isSelective, ranked} from './condition.ts'
import {type Demand, demandsOf} from './filter.ts'
import {type Known, lookupsOf} from './lookups.ts'

/** Where the documents come from that a filter is evaluated on. */
export type Source = {
  conditions: Condition[]
  type: ExprNode | undefined
  /** Of what a search finds, the newest so many will do. */
  documentsMax?: number
  /** What is read of them; absent: all. */
  fields?: string[]
  /** Whether it matters in which order they come; absent: it does. */
  isUnordered?: boolean
  /** Whether an index finds those documents alone that pass. */
  isExact: boolean
}

/** Plans an expression that stands by itself. */
type PlanWhole = (node: ExprNode) => ExprNode

/** `planWhole` plans what conditions compare with, where that asks for documents itself. */
export function sourceFor(filter: ExprNode, planWhole: PlanWhole): Source {
  const {type, spans, isAll} = demandsOf(filter)
  const conditions = conditionsFor(filter).map((condition) => planned(condition, planWhole))
  const isFound = conditions.some(
    (one) => one.by === 'search' || (one.by === 'key' && !isOfType(one)),
  )
  const isExact = isFound || (type !== undefined && isAll && spans.length <= 1)
  return {conditions, type, isExact}
}

/** Where the type is known, all that paths have to equal is looked up together. */
function conditionsFor(filter: ExprNode): Condition[] {
  const conditions = conditionsOf(filter)
  const {type, equal, spans} = demandsOf(filter)
  if (!type) return conditions
  const isTogether = (one: Condition) =>
    one.by === 'path' && equal.some(({operand}) => operand === one.operand)
  const ranges = spans.map((span): Condition => ({by: 'range', equal, span}))
  const together: Condition[] = equal.length > 0 ? [...ranges, {by: 'paths', equal}] : ranges
  return ranked([...together, ...conditions.filter((one) => !isTogether(one))])
}

function planned(condition: Condition, planWhole: PlanWhole): Condition {
  switch (condition.by) {
    case 'search':
      return condition
    case 'paths':
    case 'range':
      return {...condition, equal: plannedEqual(condition.equal, planWhole)}
    case 'either': {
      const [one, other] = condition.of
      return {by: 'either', of: [planned(one, planWhole), planned(other, planWhole)]}
    }
    default:
      return {...condition, operand: planWhole(condition.operand)}
  }
}

export const plannedEqual = (equal: Demand[], planWhole: PlanWhole): Demand[] =>
  equal.map((one) => ({...one, operand: planWhole(one.operand)}))

/** At least the documents that pass a filter, in the dataset's order. */
export function candidates(evaluation: Evaluation, source: Source): Iterable<Document> {
  const known = knownOf(evaluation, source)
  const {fields, isUnordered} = source
  const few = fewCandidates(evaluation, source, quickOnes(source.conditions))
  if (few) return few
  for (const condition of source.conditions) {
    const lookups = lookupsOf(evaluation, condition, known)
    if (!lookups) continue
    if (!isSelective(condition)) {
      expectFew(evaluation.allowance, (max) => evaluation.view.isFew(lookups, max))
    }
    const type = isOfType(condition) ? undefined : known.type
    const found = evaluation.view.each(lookups, {fields, type, isUnordered})
    if (found) return found
  }
  return evaluation.view.everything({fields, isUnordered})
}

/** Conditions behind the first that may find less than it, and need no index made for them. */
function quickOnes([first, ...others]: Condition[]): Condition[] {
  return first && !isSelective(first) ? others.filter((one) => isAtHand(one) && !isOfType(one)) : []
}

/** So many documents are sooner read than an order is walked through. */
const fewMax = 2_000

/** The same where one of these conditions finds few; undefined where none does. */
export function fewCandidates(
  evaluation: Evaluation,
  source: Source,
  conditions: Condition[],
): Iterable<Document> | undefined {
  const known = knownOf(evaluation, source)
  for (const condition of conditions) {
    const lookups = lookupsOf(evaluation, condition, known)
    if (lookups && evaluation.view.isFew(lookups, fewMax)) {
      return evaluation.view.each(lookups, {fields: source.fields, type: known.type})
    }
  }
  return undefined
}

function knownOf({evaluate}: Evaluation, {type, documentsMax}: Source): Known {
  const name = type && evaluate(type)
  return {type: typeof name === 'string' ? name : undefined, documentsMax}
}

export const isOfType = (condition: Condition): boolean =>
  condition.by === 'key' && condition.key === 'type'
