import type {ExprNode} from 'groq-js'
import type {Evaluation} from '../query/bridge.ts'

/** How a part of a query is answered, to be shown. */
export type PlanStep = {
  /** The index, the lookup, or `scan` where every document is read. */
  by: 'count' | 'walk' | 'lookup' | 'scan'
  [detail: string]: unknown
}

/** What indexes make of a subquery that stands by itself. */
export type Answer = {steps: PlanStep[]; run(evaluation: Evaluation): unknown}

/** Plans the parts of a node in whose place an answer is made. */
export type PlanParts = (node: ExprNode) => ExprNode

/** Looks for an answer; undefined where a node is of another shape. */
export type Answerer = (node: ExprNode, planParts: PlanParts) => Answer | undefined
