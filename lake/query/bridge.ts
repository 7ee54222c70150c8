import {randomUUID} from 'node:crypto'
import type {ExprNode} from 'groq-js'
import type {View} from '../store/index.ts'
import {type Allowance, spend} from './limits.ts'
import {operation, value} from './tree.ts'

/**
 * groq-js takes no functions from outside, but asks one hook for each `->`. A dereference of a made-up
 * reference therefore calls one of ours: `<mark><slot>\0<argument>`, where the argument is any text that the
 * query computes, and the answer is any value.
 */
export type Slot = (evaluation: Evaluation, argument: string) => unknown

/** What slots may use while one query runs. */
export type Evaluation = {
  view: View
  allowance: Allowance
  /** Answers that hold for the whole query. */
  memo: Map<Slot, unknown>
  /** Answers that hold for the values that are bound now. */
  boundMemo: Map<Slot, unknown>
  /** The value of an expression that stands by itself. */
  evaluate(node: ExprNode): unknown
  /** The same evaluation with more parameters. */
  bind(params: Record<string, unknown>): Evaluation
}

/** No document and no query can know it, so that references of their making call nothing. */
const mark = `\0${randomUUID()}\0`

/** A node that calls a slot when it is evaluated; null where its argument is no string. */
export function callSlot(slots: Slot[], slot: Slot, argument?: ExprNode): ExprNode {
  const prefix = value(`${mark}${slots.push(slot) - 1}\0`)
  const reference = argument ? operation('+', prefix, argument) : prefix
  return {
    type: 'Deref',
    base: {
      type: 'Object',
      attributes: [{type: 'ObjectAttributeValue', name: '_ref', value: reference}],
    },
  }
}

/** The hook: ordinary references are read from the view, made-up ones call their slot. */
export function dereferencer(slots: Slot[], evaluation: Evaluation) {
  return ({_ref: reference}: {_ref: string}): never => {
    spend(evaluation.allowance, 1)
    if (!reference.startsWith(mark)) return evaluation.view.get(reference) as never
    const end = reference.indexOf('\0', mark.length)
    const slot = slots[Number(reference.slice(mark.length, end))]
    return slot?.(evaluation, reference.slice(end + 1)) as never
  }
}

/**
 * A node that calls a slot with values of any kind. Two arrays are added by the `concat` of the one on the left,
 * which is ours; not so in groq-js's asynchronous evaluator.
 */
export function callWith(
  slots: Slot[],
  slot: (evaluation: Evaluation, values: unknown[]) => unknown,
  operands: ExprNode[],
): ExprNode {
  const asked = callSlot(slots, (evaluation) =>
    Object.assign([], {concat: (values: unknown[]) => slot(evaluation, values)}),
  )
  const elements = operands.map(
    (operand) => ({type: 'ArrayElement', value: operand, isSplat: false}) as const,
  )
  return operation('+', asked, {type: 'Array', elements})
}

/** A slot that is asked once a query, whatever the number of documents; or once for each values that are bound. */
export function once(
  slot: (evaluation: Evaluation) => unknown,
  memoName: 'memo' | 'boundMemo' = 'memo',
): Slot {
  const memoized: Slot = (evaluation) => {
    const memo = evaluation[memoName]
    if (!memo.has(memoized)) memo.set(memoized, slot(evaluation))
    return memo.get(memoized)
  }
  return memoized
}
