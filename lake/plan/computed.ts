import {isDeepStrictEqual} from 'node:util'
import {type ExprNode, parse, unparse} from 'groq-js'
import {mapChildren} from '../query/tree.ts'
import {computedPath} from '../store/index.ts'
import {inside, outermost, type Scope} from './scope.ts'

/**
 * An expression as a path that indexes can be made of. Undefined where its value is not the document's own: the same
 * for all readers, at all times, whatever other documents there are.
 */
export function computedOf(node: ExprNode): string | undefined {
  if (!holdsOwn(node) || !isOfDocument(node, outermost)) return undefined
  const text = unparse(node)
  return isSaid(node, text) ? computedPath(text) : undefined
}

/** Times, and paths, are no values that documents could have. */
const functions = ['coalesce', 'count', 'defined', 'length', 'lower', 'round', 'string', 'upper']
const namespaces = ['array', 'math', 'pt', 'string']

const kinds: ExprNode['type'][] = [
  'AccessAttribute',
  'AccessElement',
  'And',
  'Array',
  'ArrayCoerce',
  'Filter',
  'FlatMap',
  'Group',
  'InRange',
  'Map',
  'Neg',
  'Not',
  'Object',
  'OpCall',
  'Or',
  'Pos',
  'Projection',
  'Select',
  'Slice',
  'Value',
]

/** A perspective shows documents under other ids. */
const namesOfReaders = ['_id', '_originalId']

function isOfDocument(node: ExprNode, scope: Scope): boolean {
  if (!isOwnValue(node, scope)) return false
  let isAll = true
  mapChildren(node, (child, step) => {
    isAll &&= isOfDocument(child, inside(scope, step))
    return child
  })
  return isAll
}

function isOwnValue(node: ExprNode, {isOwn}: Scope): boolean {
  if (node.type === 'This') return !isOwn
  if (node.type === 'AccessAttribute' && !node.base) {
    return !isOwn || !namesOfReaders.includes(node.name)
  }
  if (node.type !== 'FuncCall') return kinds.includes(node.type)
  return node.namespace === 'global'
    ? functions.includes(node.name)
    : namespaces.includes(node.namespace)
}

function holdsOwn(node: ExprNode, scope: Scope = outermost): boolean {
  let found = node.type === 'AccessAttribute' && !node.base && scope.isOwn
  mapChildren(node, (child, step) => {
    found ||= holdsOwn(child, inside(scope, step))
    return child
  })
  return found
}

/** What the lake has put into a query has no words. */
function isSaid(node: ExprNode, text: string): boolean {
  try {
    return isDeepStrictEqual(parse(text), node)
  } catch {
    return false
  }
}
