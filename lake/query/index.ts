import {type ExprNode, evaluate, evaluateSync, toJS} from 'groq-js'
import {LakeError} from '../errors.ts'
import {type Condition, conditionsOf} from '../plan/condition.ts'
import type {PlanStep} from '../plan/index.ts'
import type {View} from '../store/index.ts'
import {evaluationOf} from './evaluation.ts'
import {queryMsMax, TooManySteps} from './limits.ts'
import {
  asQueryError,
  cachedQueryCharactersMax,
  type Prepared,
  parseListened,
  prepare,
  prepareListened,
} from './parse.ts'
import {holds} from './tree.ts'

export type Query = {query: string; params: Record<string, unknown>}

/** Who asks, when, and where: what `identity()`, `now()` and `sanity::dataset()` say; and how long it may take,
 * in time and in steps. */
export type Asking = {
  identity: string
  timestamp: Date
  projectId: string
  dataset: string
  msMax?: number
  stepsMax?: number
}

/**
 * Evaluates a query on a view; the answer is plain JSON, or a promise of it where the query compares documents by
 * `diff::`. Documents may be left in part where they are all of the answer: `view.text` has them whole.
 * @throws LakeError where the query does not parse or cannot be evaluated.
 */
export function runQuery(query: Query, view: View, asking: Asking): unknown {
  const prepared = prepare(query.query, query.params)
  const circumstances = {view, asking}
  return prepared.needsAsync
    ? runAsync(query, prepared, circumstances)
    : run(query, prepared, circumstances)
}

async function runAsync(query: Query, prepared: Prepared, circumstances: Circumstances) {
  const options = optionsFor(query, prepared, circumstances)
  try {
    const value = await evaluate(prepared.tree, {...options, dataset: []})
    return toJS(await value.asStatic())
  } catch (cause) {
    throw isOwn(cause) ? cause : asQueryError(query.query, cause)
  }
}

/**
 * Whether indexes answer a query, and all that it takes are steps: then it may be tried where nobody must be kept
 * waiting, by a number of steps. @throws LakeError where it does not parse.
 */
export const isQuick = ({query, params}: Query): boolean =>
  query.length <= cachedQueryCharactersMax && prepare(query, params).isQuick

/** How the parts of a query are answered. @throws LakeError where it does not parse. */
export const planOf = ({query, params}: Query): PlanStep[] => prepare(query, params).steps

/**
 * The same, at once: for queries inside transactions and for listeners' filters.
 * @throws LakeError for `diff::` functions, too.
 */
export function runQuerySync(query: Query, view: View, asking: Asking): unknown {
  return runWhole(query, atOnce(query, prepare(query.query, query.params)), {view, asking})
}

/**
 * The documents that a listener's query selects, whatever it makes of them.
 * @throws LakeError where the query does not parse or holds no filter; the outcome throws as `runQuerySync` does.
 */
export function listenedDocuments(query: Query): (view: View, asking: Asking) => unknown {
  const prepared = atOnce(query, prepareListened(query.query, query.params))
  return (view, asking) => runWhole(query, prepared, {view, asking})
}

export type Named = {by: 'id' | 'type'; values: string[]}[]

/** The ids or types of all documents that a listener's query can select; undefined where it names none. */
export function listenedNames({query, params}: Query): Named | undefined {
  const tree = parseListened(query, params)
  if (tree.type !== 'Filter' || tree.base.type !== 'Everything') return undefined
  for (const condition of conditionsOf(tree.expr)) {
    const named = namesIn(condition, params)
    if (named) return named
  }
  return undefined
}

function namesIn(condition: Condition, params: Record<string, unknown>): Named | undefined {
  if (condition.by === 'either') {
    const [one, other] = condition.of.map((part) => namesIn(part, params))
    return one && other && [...one, ...other]
  }
  if (condition.by !== 'key' || holds(condition.operand, isAsking)) return undefined
  const {key, operand} = condition
  const values = [evaluateSync(operand, {params}).data].flat()
  if ((key !== 'id' && key !== 'type') || !values.every((one) => typeof one === 'string')) {
    return undefined
  }
  return [{by: key, values}]
}

/** What depends on more than the parameters. */
const isAsking = ({type}: ExprNode): boolean =>
  type === 'FuncCall' || type === 'Everything' || type === 'Deref'

function atOnce({query}: Query, prepared: Prepared): Prepared {
  if (!prepared.needsAsync) return prepared
  throw asQueryError(query, new Error('diff:: functions are for queries that stand alone'))
}

const isOwn = (cause: unknown): boolean =>
  cause instanceof LakeError || cause instanceof TooManySteps

type Circumstances = {view: View; asking: Asking}

function runWhole(query: Query, prepared: Prepared, circumstances: Circumstances): unknown {
  const found = run(query, prepared, circumstances)
  const {view} = circumstances
  return Array.isArray(found) ? found.map(view.whole) : view.whole(found)
}

function run({query, params}: Query, prepared: Prepared, circumstances: Circumstances): unknown {
  const options = optionsFor({query, params}, prepared, circumstances)
  try {
    return toJS(evaluateSync(prepared.tree, options))
  } catch (cause) {
    throw isOwn(cause) ? cause : asQueryError(query, cause)
  }
}

function optionsFor({params}: Query, {slots}: Prepared, {view, asking}: Circumstances) {
  const {timestamp, identity, projectId, dataset} = asking
  const {msMax = queryMsMax, stepsMax = Number.POSITIVE_INFINITY} = asking
  const allowance = {deadline: performance.now() + msMax, steps: stepsMax}
  const options = {params, timestamp, identity, sanity: {projectId, dataset}}
  return evaluationOf({view, allowance, slots}, options).options
}
