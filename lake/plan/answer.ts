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

/** Plans what an answer is made of. */
export type Planner = {
  /** The parts of a chain of filters and projections; the `*` at its beginning stays. */
  parts(chain: ExprNode): ExprNode
  /** An expression that stands by itself. */
  whole(node: ExprNode): ExprNode
  /**
   * Whether it is all of the query: then documents that were read in part are left so, since those who ask read the
   * rest by themselves, or its text.
   */
  isLast: boolean
}

/** Looks for an answer; undefined where a node is of another shape. */
export type Answerer = (node: ExprNode, planner: Planner) => Answer | undefined
