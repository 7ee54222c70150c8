import type {ExprNode, PipeFuncCallNode} from 'groq-js'
import {holdsDocument, parseTerms} from './textQuery.ts'
import {callArgs, holds, mapChildren, operation, value} from './tree.ts'

/**
 * Writes a query in another way that means the same and that indexes can help with. Studio asks for its lists
 * and searches so: it searches for anything, orders by what a projection has made, and filters by scores.
 */
export function rewrite(node: ExprNode): ExprNode {
  const inner = mapChildren(node, rewrite)
  if (inner.type === 'Slice') return slicedFirst(projectedLast(inner))
  if (inner.type === 'AccessElement') return takenFirst(inner)
  // `*[]` is `*`.
  if (inner.type === 'ArrayCoerce' && inner.base.type === 'Everything') return inner.base
  if (inner.type !== 'Filter') return inner
  return inner.base.type === 'Everything'
    ? {...inner, expr: withoutAnything(inner.expr)}
    : foundFirst(inner)
}

type Node<Type extends ExprNode['type']> = Extract<ExprNode, {type: Type}>

/** A filter in which searches for anything, `@ match text::query("*")`, are no more than true. */
function withoutAnything(node: ExprNode): ExprNode {
  if (node.type === 'And' || node.type === 'Or' || node.type === 'Group') {
    const inner = mapChildren(node, withoutAnything)
    if (inner.type === 'Group' && isTrue(inner.base)) return inner.base
    const isSettled = inner.type === 'Or' && (isTrue(inner.left) || isTrue(inner.right))
    return isSettled ? value(true) : inner
  }
  const search = searchIn(node)
  const isAnything = search && holdsDocument(search.left) && search.terms?.length === 0
  return isAnything ? value(true) : node
}

const isTrue = (node: ExprNode): boolean => node.type === 'Value' && node.value === true

/** `left match text::query(text)`; the terms where the query says them. */
function searchIn(node: ExprNode) {
  if (node.type !== 'OpCall' || node.op !== 'match') return undefined
  const [text] = callArgs(node.right, 'text::query') ?? []
  if (!text) return undefined
  const isSaid = text.type === 'Value' && typeof text.value === 'string'
  return {left: node.left, right: node.right, terms: isSaid ? parseTerms(text.value) : undefined}
}

/** `list{…, "keys": [a]} | order(keys[0])[from...to]` is `(list | order(a)[from...to]){…, "keys": [a]}`. */
function projectedLast(slice: Node<'Slice'>): ExprNode {
  const order = slice.base
  if (order.type !== 'PipeFuncCall' || order.name !== 'order') return slice
  const map = order.base
  if (!isProjected(map)) return slice
  const keys = order.args.map((arg) => keyIn(map.expr, arg))
  if (keys.some((key) => key === undefined)) return slice
  const ordered: PipeFuncCallNode = {...order, base: map.base, args: keys as ExprNode[]}
  return {...map, base: {...slice, base: ordered}}
}

/** `list{…}[from...to]` is `list[from...to]{…}`. */
function slicedFirst(slice: ExprNode): ExprNode {
  if (slice.type !== 'Slice' || !isProjected(slice.base)) return slice
  return {...slice.base, base: {...slice, base: slice.base.base}}
}

/** `list{…}[0]` is `list[0]{…}`. */
function takenFirst(element: Node<'AccessElement'>): ExprNode {
  const {base} = element
  return isProjected(base) ? {...base.expr, base: {...element, base: base.base}} : element
}

type Projected = Node<'Map'> & {expr: Node<'Projection'>}

const isProjected = (node: ExprNode): node is Projected =>
  node.type === 'Map' && node.expr.type === 'Projection' && node.expr.base.type === 'This'

/** What an argument of order() reads from a list that the projection makes, read from the document itself. */
function keyIn(projection: Node<'Projection'>, arg: ExprNode): ExprNode | undefined {
  if (arg.type === 'Asc' || arg.type === 'Desc') {
    const base = keyIn(projection, arg.base)
    return base && {...arg, base}
  }
  if (arg.type !== 'AccessElement' || arg.base.type !== 'AccessAttribute') return undefined
  const {name, base} = arg.base
  const {expr} = projection
  if (base || expr.type !== 'Object') return undefined
  const attributes = expr.attributes.flatMap((one) => {
    return one.type === 'ObjectAttributeValue' ? [one] : []
  })
  // Splats and conditions may bring in another attribute of this name.
  if (attributes.length !== expr.attributes.length) return undefined
  const list = attributes.findLast((one) => one.name === name)?.value
  if (list?.type !== 'Array' || list.elements.some(({isSplat}) => isSplat)) return undefined
  const key = list.elements[arg.index]?.value
  return key && isPlain(key) ? key : undefined
}

const isPlain = (node: ExprNode): boolean => node.type === 'AccessAttribute' && !node.base

/**
 * `*[filter] | score(a, b)[_score > 0]` is `*[filter && (a || b)] | score(a, b)[_score > 0]`: where no argument
 * holds, the score is 0.
 */
function foundFirst(filter: Node<'Filter'>): ExprNode {
  const score = filter.base
  if (score.type !== 'PipeFuncCall' || score.name !== 'score' || !isScored(filter.expr)) {
    return filter
  }
  const source = score.base
  const [first, ...rest] = score.args.map(necessary)
  if (source.type !== 'Filter' || !first) return filter
  const any = rest.reduce((left, right) => ({type: 'Or', left, right}), first)
  if (holds(any, isOfScores)) return filter
  const narrowed: ExprNode = {...source, expr: {type: 'And', left: source.expr, right: any}}
  return {...filter, base: {...score, base: narrowed}}
}

/** What stands in the arguments of score() alone, or would be asked for twice. */
const isOfScores = (node: ExprNode): boolean =>
  node.type === 'Everything' || callArgs(node, 'global::boost') !== undefined

/**
 * What holds wherever an argument of score() counts. What a field has, its document has: searching whole
 * documents is what there is an index for.
 */
function necessary(arg: ExprNode): ExprNode {
  const [boosted] = callArgs(arg, 'global::boost') ?? []
  if (boosted) return necessary(boosted)
  if (arg.type === 'And' || arg.type === 'Or' || arg.type === 'Group') {
    return mapChildren(arg, necessary)
  }
  const search = searchIn(arg)
  const isWithin = search && isPlain(search.left) && search.terms?.every(({negative}) => !negative)
  return isWithin ? operation('match', {type: 'This'}, search.right) : arg
}

const isScored = (node: ExprNode): boolean =>
  node.type === 'OpCall' &&
  node.op === '>' &&
  isPlain(node.left) &&
  node.left.type === 'AccessAttribute' &&
  node.left.name === '_score' &&
  node.right.type === 'Value' &&
  node.right.value === 0
