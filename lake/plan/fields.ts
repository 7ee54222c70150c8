import type {ExprNode} from 'groq-js'
import {mapChildren} from '../query/tree.ts'
import {baseOf} from './chainBase.ts'
import {inside, outermost, readingFunctions, type Scope} from './scope.ts'

/** Each takes a fiftieth of what the whole document takes; who wants more wants most of it. */
const fieldsMax = 16
const plainName = /^\w+$/

/**
 * The attributes of documents that a chain of filters and projections reads, counted or not; undefined where that may
 * be all of them.
 */
export function fieldsRead(
  chain: ExprNode,
  {isCounted}: {isCounted: boolean},
): string[] | undefined {
  const names = new Set<string | undefined>()
  let isMade = isCounted
  for (const stage of stagesOf(chain)) {
    if (stage.type === 'Filter') collect(stage.expr, outermost, names)
    else {
      const {expr} = stage as Extract<ExprNode, {type: 'Map'}>
      const isProjection = expr.type === 'Projection' && expr.base.type === 'This'
      if (isProjection) collect(expr.expr, outermost, names)
      else collect(expr, {...outermost, isHidden: true}, names)
      isMade = true
      break
    }
  }
  const all = [...names]
  const isSome = isMade && all.length <= fieldsMax && all.every((one) => one && plainName.test(one))
  return isSome ? (all as string[]) : undefined
}

/** A list: a chain, an order, and a projection behind them, which stands with `*` for what is ordered. */
type List = {planned: ExprNode; order: ExprNode | undefined; projected: ExprNode | undefined}

/** The same of a list. `isWhole`: it needs more of those documents that are in it. */
export function fieldsOfList({planned, order, projected}: List): {
  fields?: string[]
  isWhole: boolean
} {
  const args = order?.type === 'PipeFuncCall' ? order.args : []
  const keys = args.map((arg) => (arg.type === 'Asc' || arg.type === 'Desc' ? arg.base : arg))
  const base = keys.reduce<ExprNode>(
    (inner, expr) => ({type: 'Filter', base: inner, expr}),
    planned,
  )
  const all = fieldsRead(projected ? ({...projected, base} as ExprNode) : base, {isCounted: false})
  if (all) return {fields: all, isWhole: false}
  const some = fieldsRead(base, {isCounted: true})
  return {...(some && {fields: some}), isWhole: true}
}

/** From the first, behind the `*`, to the last. */
function stagesOf(chain: ExprNode): ExprNode[] {
  const base = baseOf(chain)
  return base ? [...stagesOf(base), chain] : []
}

/**
 * Adds the names of attributes, and undefined for a use of the document that names none. What is read of any scope
 * further out is taken for the document's, too.
 */
function collect(node: ExprNode, scope: Scope, names: Set<string | undefined>): void {
  if (node.type === 'AccessAttribute') {
    const isOfParent = node.base?.type === 'Parent'
    if (isOfParent || (scope.isOwn && (!node.base || node.base.type === 'This'))) {
      names.add(node.name)
      return
    }
  }
  const reads = node.type === 'FuncCall' && readingFunctions.includes(node.name)
  if (node.type === 'Parent' || (scope.isOwn && (reads || node.type === 'This'))) {
    names.add(undefined)
  }
  mapChildren(node, (child, step) => {
    collect(child, inside(scope, step), names)
    return child
  })
}
