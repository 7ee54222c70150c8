import {evaluateSync} from 'groq-js'
import type {View} from '../store/index.ts'
import {dereferencer, type Evaluation, type Slot} from './bridge.ts'
import type {Allowance} from './limits.ts'

type Options = {params: Record<string, unknown>; timestamp: Date; identity: string}

/** An evaluation of a query, and the options by which groq-js takes part in it. */
export function evaluationOf<O extends Options>(
  of: {view: View; allowance: Allowance; slots: Slot[]},
  options: O,
) {
  return withParams(of, options, new Map())
}

function withParams<O extends Options>(
  of: {view: View; allowance: Allowance; slots: Slot[]},
  options: O,
  memo: Map<Slot, unknown>,
) {
  const {view, allowance, slots} = of
  const evaluation: Evaluation = {
    view,
    allowance,
    memo,
    boundMemo: new Map(),
    evaluate: (node) => evaluateSync(node, complete).data,
    bind: (more) =>
      withParams(of, {...options, params: {...options.params, ...more}}, memo).evaluation,
  }
  const complete = {...options, dereference: dereferencer(slots, evaluation)}
  return {evaluation, options: complete}
}
