/** Tells queries that may be tried in the process from those that run away. */
import type {ExprNode} from 'groq-js'
import {mapChildren} from './tree.ts'

/**
 * Whether all that a query takes is in proportion to the steps that are counted: the documents and references it looks
 * at, and the elements of the lists that it filters. Not so where it goes through lists that it makes itself, which
 * double with each step, or through one list for each element of another.
 */
export const isSteady = (tree: ExprNode): boolean => isSteadyIn(tree, outermost)

/** What stands around an expression: something that is repeated for each element, and whether that is a filter. */
type Place = {isRepeated: boolean; isFilter: boolean}

const outermost: Place = {isRepeated: false, isFilter: false}

/** What takes longer by the product of two lists, or reads documents that are not counted. */
const unsteady = ['array::intersects', 'documents::incomingRefCount']

function isSteadyIn(node: ExprNode, place: Place): boolean {
  if (node.type === 'Parent' && !place.isFilter) return false
  if (node.type === 'FuncCall' && unsteady.includes(`${node.namespace}::${node.name}`)) return false
  const scope = scopeOf(node)
  if (scope && !isGiven(scope, place)) return false
  let isAll = true
  mapChildren(node, (child, step) => {
    isAll &&= isSteadyIn(
      child,
      step === 'same' ? place : {isRepeated: true, isFilter: isFilter(node)},
    )
    return child
  })
  return isAll
}

/** Arguments of `order()` read what filters read. */
const isFilter = ({type}: ExprNode): boolean => type === 'Filter' || type === 'PipeFuncCall'

/** What an expression is evaluated on, or on whose elements. */
const scopeOf = (node: ExprNode): ExprNode | undefined =>
  ['Filter', 'Map', 'FlatMap', 'Projection'].includes(node.type) ? baseOf(node) : undefined

const baseOf = (node: ExprNode): ExprNode | undefined =>
  'base' in node ? (node.base as ExprNode | undefined) : undefined

/** Whether a value is one that documents have, and no list that is gone through again and again. */
function isGiven(node: ExprNode, place: Place): boolean {
  const base = baseOf(node)
  if (base) return node.type !== 'Projection' && !makes(node) && isGiven(base, place)
  switch (node.type) {
    case 'FuncCall':
      return node.args.every((arg) => arg.type === 'Value' || isGiven(arg, place))
    case 'Parent':
      return true
    case 'Parameter':
    case 'Value':
      return !place.isRepeated
    default:
      return node.type === 'Everything' || node.type === 'This' || node.type === 'AccessAttribute'
  }
}

/** A list whose elements are made. */
const makes = (node: ExprNode): boolean => node.type === 'Map' && node.expr.type === 'Projection'
