import type {ExprNode} from 'groq-js'
import {among, bounded} from '../query/bounded.ts'
import {callSlot, callWith, once, type Slot} from '../query/bridge.ts'
import {watched} from '../query/limits.ts'
import {holdsEverything, mapChildren, type Step} from '../query/tree.ts'
import type {Answer, Answerer, Planner, PlanStep} from './answer.ts'
import {bindings, bound, isBound} from './bind.ts'
import {candidates, sourceFor} from './candidates.ts'
import {chainAnswer, chainCount} from './chain.ts'
import {baseOf} from './chainBase.ts'
import {countAnswer} from './counted.ts'
import {listAnswer} from './listing.ts'
import {rankedAnswer} from './ranked.ts'
import {isClosed} from './scope.ts'
import {topAnswer} from './top.ts'

export type {PlanStep} from './answer.ts'

const answerers: Answerer[] = [
  rankedAnswer,
  listAnswer,
  countAnswer,
  chainCount,
  topAnswer,
  chainAnswer,
]

export type Plan = {tree: ExprNode; steps: PlanStep[]}

/**
 * Puts calls of our own in place of subqueries that indexes can help with. Filters stay and are evaluated on
 * every candidate, so an index need only give a superset. A subquery that does not depend on what is around it is
 * evaluated once, not for every document; one that does, with the values around it bound to parameters.
 */
export function plan(tree: ExprNode, slots: Slot[]): Plan {
  const steps: PlanStep[] = []
  let names = 0
  const whole = once(({view, allowance}) => watched(view.all(), allowance))

  function walk(node: ExprNode, place: Place): ExprNode {
    if (!holdsEverything(node)) return bounded(node, slots)
    if (node.type === 'Everything' && node !== tree) {
      steps.push({by: 'scan'})
      return callSlot(slots, whole)
    }
    if (isClosed(node, place.isHidden)) return closed(node, place) ?? parts(node, place)
    return (place.isHidden ? undefined : correlated(node)) ?? parts(node, place)
  }

  function closed(node: ExprNode, place: Place): ExprNode | undefined {
    const memo = isBound(node) ? 'boundMemo' : 'memo'
    const answer = noted(answerOf(node, {...planner, isLast: node === tree}))
    if (answer) return callSlot(slots, once(answer.run, memo))
    if (!place.isRepeated) return undefined
    const subquery = walk(node, outermost)
    return callSlot(
      slots,
      once(({evaluate}) => evaluate(subquery), memo),
    )
  }

  function correlated(node: ExprNode): ExprNode | undefined {
    const made = bound(node, names)
    if (!made) return undefined
    names += made.names.length
    const answer = noted(answerOf(made.node, planner))
    if (!answer) return undefined
    return callWith(
      slots,
      (evaluation, values) => answer.run(evaluation.bind(bindings(made, values))),
      made.operands,
    )
  }

  const planner: Planner = {
    parts: (chain) => chainParts(chain, outermost),
    whole: (expression) => walk(expression, outermost),
    isLast: false,
  }

  function noted(answer: Answer | undefined): Answer | undefined {
    if (answer) steps.push(...answer.steps)
    return answer
  }

  function parts(node: ExprNode, place: Place): ExprNode {
    const planned = mapChildren(node, (child, step) => walk(child, inside(place, step)))
    return planned.type === 'OpCall' && planned.op === 'in' ? among(planned, slots) : planned
  }

  /** The same for a chain of filters and projections; the `*` at its beginning stays. */
  function chainParts(node: ExprNode, place: Place): ExprNode {
    const base = baseOf(node)
    return mapChildren(node, (child, step) => {
      if (child !== base) return walk(child, inside(place, step))
      return child.type === 'Everything' ? child : chainParts(child, place)
    })
  }

  return {tree: walk(tree, outermost), steps}
}

function answerOf(node: ExprNode, planner: Planner): Answer | undefined {
  for (const answerer of answerers) {
    const answer = answerer(node, planner)
    if (answer) return answer
  }
  return undefined
}

/** The same for groq-js's asynchronous evaluator, which lets us find candidates and no more. */
export function planAsync(tree: ExprNode, slots: Slot[]): ExprNode {
  const planned = mapChildren(tree, (child) => planAsync(child, slots))
  if (planned.type === 'Everything')
    return callSlot(
      slots,
      once(({view}) => view.all()),
    )
  if (planned.type !== 'Filter' || tree.type !== 'Filter') return planned
  if (tree.base.type !== 'Everything') return planned
  const source = sourceFor(tree.expr, (operand) => planAsync(operand, slots))
  return {
    ...planned,
    base: callSlot(
      slots,
      once((evaluation) => [...candidates(evaluation, source)]),
    ),
  }
}

/** Whether an expression is evaluated for each of many values, and in which kind of scope. */
type Place = {isRepeated: boolean; isHidden: boolean}

const outermost: Place = {isRepeated: false, isHidden: false}

const inside = (place: Place, step: Step): Place =>
  step === 'same' ? place : {isRepeated: true, isHidden: step === 'hidden'}
