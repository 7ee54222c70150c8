import type {ExprNode} from 'groq-js'
import {callSlot, type Evaluation, once, type Slot} from '../query/bridge.ts'
import {call, mapChildren, type Step} from '../query/tree.ts'
import {candidates} from './candidates.ts'
import {type Condition, conditionOf, outerScope} from './condition.ts'

/**
 * Replaces each `*` by the documents that an index finds for the filter behind it, or by all of the view.
 * The filter stays and is evaluated on every candidate, so an index need only give a superset.
 */
export function plan(tree: ExprNode, slots: Slot[]): ExprNode {
  const everything = once(({view}) => view.all())
  const all = () => callSlot(slots, everything)

  const walk = (node: ExprNode, step: Step): ExprNode => {
    if (node.type === 'Everything') return all()
    if (node.type !== 'Filter' || node.base.type !== 'Everything') return mapChildren(node, walk)
    const expr = walk(node.expr, 'nested')
    const condition = conditionOf(node.expr)
    return {...node, base: condition ? source(condition, step) : all(), expr}
  }

  /** In a hidden scope `^` counts differently, so that correlated conditions are left alone there. */
  function source(condition: Condition, step: Step): ExprNode {
    if (!condition.correlated) return callSlot(slots, constantSource(condition))
    if (step === 'hidden') return all()
    const operand = outerScope(condition.operand)
    const lookup = (evaluation: Evaluation, argument: string) =>
      candidates(evaluation.view, condition, argument)
    return call('coalesce', callSlot(slots, lookup, walk(operand, 'same')), all())
  }

  return walk(tree, 'nested')
}

const constantSource = (condition: Condition): Slot =>
  once(({view, params, timestamp}) => candidates(view, condition, {params, timestamp}))
