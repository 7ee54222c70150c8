import {randomUUID} from 'node:crypto'
import type {ExprNode} from 'groq-js'
import type {View} from '../store/index.ts'
import {checkDeadline, type Deadline} from './limits.ts'
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
  memo: Map<Slot, unknown>
  deadline: Deadline
  /** The value of an expression that stands by itself. */
  evaluate(node: ExprNode): unknown
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
    checkDeadline(evaluation.deadline)
    if (!reference.startsWith(mark)) return evaluation.view.get(reference) as never
    const end = reference.indexOf('\0', mark.length)
    const slot = slots[Number(reference.slice(mark.length, end))]
    return slot?.(evaluation, reference.slice(end + 1)) as never
  }
}

/** A slot that is asked once a query, whatever the number of documents. */
export function once(slot: (evaluation: Evaluation) => unknown): Slot {
  const memoized: Slot = (evaluation) => {
    if (!evaluation.memo.has(memoized)) evaluation.memo.set(memoized, slot(evaluation))
    return evaluation.memo.get(memoized)
  }
  return memoized
}
