import type {ExprNode} from 'groq-js'
import {callSlot, once, type Slot} from '../query/bridge.ts'
import {call, mapChildren, type Step} from '../query/tree.ts'
import {candidates, everything} from './candidates.ts'
import {type Condition, conditionOf} from './condition.ts'
import {countOfType} from './counted.ts'
import {orderedBeginning} from './ordered.ts'
import {isClosed, outerScope} from './scope.ts'

/**
 * Replaces each `*` by the documents that an index finds for the filter behind it, or by all of the view.
 * The filter stays and is evaluated on every candidate, so an index need only give a superset. A subquery
 * that does not depend on what is around it is evaluated once, not for every document.
 */
export function plan(tree: ExprNode, slots: Slot[]): ExprNode {
  const whole = once(everything)
  const all = () => callSlot(slots, whole)

  const walk = (node: ExprNode, place: Place): ExprNode => {
    if (node.type === 'Everything') return all()
    if (place.isRepeated && holdsEverything(node) && isClosed(node, place.isHidden)) {
      const subquery = walk(node, outermost)
      return callSlot(
        slots,
        once(({evaluate}) => evaluate(subquery)),
      )
    }
    if (!place.isRepeated) {
      const special = shortcut(node)
      if (special) return special
    }
    return planParts(node, place)
  }

  /** What indexes answer without reading all candidates. */
  const shortcut = (node: ExprNode): ExprNode | undefined =>
    orderedBeginning(node, slots, (filter) => planParts(filter, outermost)) ??
    countOfType(node, slots, (count) => planParts(count, outermost))

  function planParts(node: ExprNode, place: Place): ExprNode {
    const planned = mapChildren(node, (child, step) => {
      const isSource = node.type === 'Filter' && child === node.base && child.type === 'Everything'
      return isSource ? child : walk(child, inside(place, step))
    })
    if (planned.type !== 'Filter' || planned.base.type !== 'Everything') return planned
    const condition = conditionOf(planned.expr)
    return {...planned, base: condition ? source(condition, place) : all()}
  }

  /** In a hidden scope `^` counts differently, so that correlated conditions are left alone there. */
  function source(condition: Condition, {isHidden}: Place): ExprNode {
    if (!condition.correlated) {
      return callSlot(
        slots,
        once((evaluation) => candidates(evaluation, condition)),
      )
    }
    if (isHidden) return all()
    const lookup: Slot = ({view}, value) => view.select([{by: condition.by, values: [value]}])
    return call('coalesce', callSlot(slots, lookup, outerScope(condition.operand)), all())
  }

  return walk(tree, outermost)
}

/** Whether an expression is evaluated for each of many values, and in which kind of scope. */
type Place = {isRepeated: boolean; isHidden: boolean}

const outermost: Place = {isRepeated: false, isHidden: false}

const inside = (place: Place, step: Step): Place =>
  step === 'same' ? place : {isRepeated: true, isHidden: step === 'hidden'}

const known = new WeakMap<ExprNode, boolean>()

function holdsEverything(node: ExprNode): boolean {
  if (node.type === 'Everything') return true
  const before = known.get(node)
  if (before !== undefined) return before
  let holds = false
  mapChildren(node, (child) => {
    holds ||= holdsEverything(child)
    return child
  })
  known.set(node, holds)
  return holds
}
