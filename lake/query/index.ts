import {evaluateSync, toJS} from 'groq-js'
import {LakeError} from '../errors.ts'
import type {View} from '../store/index.ts'
import {dereferencer, type Evaluation} from './bridge.ts'
import {asQueryError, prepare} from './parse.ts'

export type Query = {query: string; params: Record<string, unknown>}

/** Who asks, when, and where: what `identity()`, `now()` and `sanity::dataset()` say. */
export type Asking = {identity: string; timestamp: Date; projectId: string; dataset: string}

/**
 * Evaluates a query on a view; the answer is plain JSON.
 * @throws LakeError where the query does not parse or cannot be evaluated.
 */
export function runQuery({query, params}: Query, view: View, asking: Asking): unknown {
  const {tree, slots} = prepare(query, params)
  const evaluation: Evaluation = {view, params, timestamp: asking.timestamp, memo: new Map()}
  const options = {
    params,
    timestamp: asking.timestamp,
    identity: asking.identity,
    sanity: {projectId: asking.projectId, dataset: asking.dataset},
    dereference: dereferencer(slots, evaluation),
  }
  try {
    return toJS(evaluateSync(tree, options))
  } catch (cause) {
    throw cause instanceof LakeError ? cause : asQueryError(query, cause)
  }
}
