import {type ExprNode, evaluateSync, toJS} from 'groq-js'
import type {Document} from '../document.ts'
import type {Lookup, View} from '../store/index.ts'
import type {Condition} from './condition.ts'

/** The operand's value where the condition is correlated, else what it is evaluated with. */
type Operand = string | {params: Record<string, unknown>; timestamp: Date}

/** At least the documents that meet a condition, in the dataset's order. */
export function candidates(view: View, condition: Condition, operand: Operand): Document[] {
  const lookups = lookupsOf(condition, operand)
  return lookups ? view.select(lookups) : view.all()
}

function lookupsOf(condition: Condition, operand: Operand): Lookup[] | undefined {
  if (condition.kind === 'or') {
    const either = condition.either.map((one) => lookupsOf(one, operand))
    return either.every((lookups) => lookups !== undefined) ? either.flat() : undefined
  }
  const values = valuesOf(condition.operand, operand)
  return values && [{by: condition.by, values}]
}

/** Strings alone are in the indexes: anything else may be equal to what is absent. */
function valuesOf(node: ExprNode, operand: Operand): string[] | undefined {
  const value = typeof operand === 'string' ? operand : toJS(evaluateSync(node, operand))
  const values = Array.isArray(value) ? value : [value]
  return values.every((item) => typeof item === 'string') ? values : undefined
}
