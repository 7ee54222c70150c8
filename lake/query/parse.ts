import {type ExprNode, GroqSyntaxError, parse} from 'groq-js'
import {queryError} from '../errors.ts'
import {type PlanStep, plan, planAsync} from '../plan/index.ts'
import type {Slot} from './bridge.ts'
import {withConstants} from './constants.ts'
import {listenedPart} from './listened.ts'
import {mend} from './mend.ts'
import {rewrite} from './rewrite.ts'
import {tooLarge} from './size.ts'
import {isSteady} from './steady.ts'
import {holds} from './tree.ts'

/** A query that is ready to run on any view. */
export type Prepared = {
  tree: ExprNode
  slots: Slot[]
  needsAsync: boolean
  /** The names of the parameters that it needs. */
  parameters: string[]
  steps: PlanStep[]
  /** Whether no part of it reads every document, and none runs away. */
  isQuick: boolean
}

const cachedQueriesMax = 2_000
export const cachedQueryCharactersMax = 20_000

const cache = new Map<string, Prepared | 'needs params'>()

/**
 * Parses, mends and plans a query. The outcome is kept for the next time, unless parameters that are no numbers stand
 * where GROQ wants constants: then they are part of the syntax.
 * @throws LakeError where the query does not parse.
 */
export function prepare(query: string, params: Record<string, unknown>): Prepared {
  return withAll(params, query, preparedFrom(query, params))
}

function preparedFrom(query: string, params: Record<string, unknown>): Prepared {
  for (const text of [query, withConstants(query, params)]) {
    const known = cache.get(text) ?? prepareWithout(checked(text))
    if (text.length <= cachedQueryCharactersMax) keep(text, known)
    if (known !== 'needs params') return known
  }
  return build(query, parseOrThrow(query, params))
}

/** The same for what a listener listens to. @throws LakeError where the query holds no filter, too. */
export function prepareListened(query: string, params: Record<string, unknown>): Prepared {
  return withAll(params, query, build(query, parseListened(query, params)))
}

/** The part of a query that a listener listens to. @throws LakeError as above. */
export const parseListened = (query: string, params: Record<string, unknown>): ExprNode =>
  listenedPart(query, parseOrThrow(checked(query), params))

function withAll(params: Record<string, unknown>, query: string, prepared: Prepared): Prepared {
  const missing = prepared.parameters.find((name) => !Object.hasOwn(params, name))
  if (missing === undefined) return prepared
  throw asQueryError(query, new Error(`Parameter $${missing} is used but not given`))
}

function checked(query: string): string {
  const description = tooLarge(query)
  if (description) throw queryError('', {description})
  return query
}

function keep(query: string, prepared: Prepared | 'needs params'): void {
  if (cache.has(query)) return
  if (cache.size >= cachedQueriesMax) cache.clear()
  cache.set(query, prepared)
}

function prepareWithout(query: string): Prepared | 'needs params' {
  try {
    const tree = parse(query, {})
    return hasParameterInBrackets(tree) ? 'needs params' : build(query, tree)
  } catch {
    return 'needs params'
  }
}

function build(query: string, tree: ExprNode): Prepared {
  const slots: Slot[] = []
  try {
    const needsAsync = holdsDiff(tree)
    const parameters = parametersOf(tree)
    const rewritten = rewrite(tree)
    const mended = mend(rewritten, slots, needsAsync)
    if (needsAsync) {
      const planned = {tree: planAsync(mended, slots), steps: []}
      return {...planned, slots, needsAsync, parameters, isQuick: false}
    }
    const planned = plan(mended, slots)
    const isQuick = planned.steps.every(({by}) => by !== 'scan') && isSteady(rewritten)
    return {...planned, slots, needsAsync, parameters, isQuick}
  } catch (cause) {
    throw asQueryError(query, cause)
  }
}

function parseOrThrow(query: string, params: Record<string, unknown>): ExprNode {
  try {
    return parse(query, {params})
  } catch (cause) {
    throw asQueryError(query, cause)
  }
}

/** Turns whatever groq-js throws into an answer that says where the query is wrong. */
export function asQueryError(query: string, cause: unknown) {
  const description = cause instanceof Error ? cause.message : String(cause)
  const start = cause instanceof GroqSyntaxError ? cause.position : 0
  const end = cause instanceof GroqSyntaxError ? cause.position : query.length
  return queryError(query, {description, start, end})
}

const hasParameterInBrackets = (tree: ExprNode): boolean =>
  holds(tree, (node) => node.type === 'Filter' && isParameter(node.expr))

function parametersOf(tree: ExprNode): string[] {
  const names = new Set<string>()
  holds(tree, (node) => {
    if (node.type === 'Parameter') names.add(node.name)
    return false
  })
  return [...names]
}

/** groq-js evaluates diff:: functions in its asynchronous evaluator only. */
const holdsDiff = (tree: ExprNode): boolean =>
  holds(tree, (node) => node.type === 'FuncCall' && node.namespace === 'diff')

/** Whether an expression is made of constants and parameters alone, as an index or a key may be. */
function isParameter(node: ExprNode): boolean {
  if (node.type === 'Parameter') return true
  if (node.type === 'Group' || node.type === 'Neg' || node.type === 'Pos') {
    return isParameter(node.base)
  }
  return node.type === 'OpCall' && (isParameter(node.left) || isParameter(node.right))
    ? ['+', '-', '*', '/', '%', '**'].includes(node.op)
    : false
}
