/** Stands by itself, since what plans chains and what reads their fields both need it. */
import type {ExprNode} from 'groq-js'

/** What a filter or a projection of a chain stands behind. */
export const baseOf = (node: ExprNode): ExprNode | undefined =>
  node.type === 'Filter' || node.type === 'Map' || node.type === 'FlatMap' ? node.base : undefined
