import {type ExprNode, unparse} from 'groq-js'
import type {Condition} from './condition.ts'
import type {Demand} from './filter.ts'

/** A condition in words of the query. */
export function describe(condition: Condition): Record<string, unknown> {
  if (condition.by === 'either') return {either: condition.of.map(describe)}
  if (condition.by === 'paths') return equalities(condition.equal)
  if (condition.by === 'range') return {...equalities(condition.equal), range: condition.span.order}
  if (condition.by === 'search') return {search: textOf(condition.text)}
  if (condition.by === 'match') return {match: textOf(condition.operand)}
  const name = condition.by === 'key' ? condition.key : condition.path
  return {[name]: textOf(condition.operand)}
}

const equalities = (equal: Demand[]) =>
  Object.fromEntries(equal.map(({path, operand}) => [path, textOf(operand)]))

/** GROQ that says about what a node says: what the lake has put into it has no words. */
export const textOf = (node: ExprNode): string => unparse(node)
