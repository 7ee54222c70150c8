import type {ExprNode} from 'groq-js'
import type {Document} from '../document.ts'
import type {Evaluation} from '../query/bridge.ts'
import {watched} from '../query/limits.ts'
import type {Lookup} from '../store/index.ts'
import type {Condition} from './condition.ts'

/** At least the documents that meet a condition, in the dataset's order. */
export function candidates(evaluation: Evaluation, condition: Condition): Document[] {
  const lookups = lookupsOf(condition, evaluation.evaluate)
  return lookups
    ? watched(evaluation.view.select(lookups), evaluation.deadline)
    : everything(evaluation)
}

/** All documents of the view, in a list that looks at the clock. */
export const everything = ({view, deadline}: Evaluation): Document[] =>
  watched(view.all(), deadline)

function lookupsOf(
  condition: Condition,
  evaluate: (node: ExprNode) => unknown,
): Lookup[] | undefined {
  if (condition.kind === 'or') {
    const either = condition.either.map((one) => lookupsOf(one, evaluate))
    return either.every((lookups) => lookups !== undefined) ? either.flat() : undefined
  }
  const values = strings(evaluate(condition.operand))
  return values && [{by: condition.by, values}]
}

/** Strings alone are in the indexes: anything else may be equal to what is absent. */
function strings(value: unknown): string[] | undefined {
  const values = Array.isArray(value) ? value : [value]
  return values.every((item) => typeof item === 'string') ? values : undefined
}
