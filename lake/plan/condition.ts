import type {ExprNode} from 'groq-js'
import {callArgs, mapChildren} from '../query/tree.ts'
import {indexedFields} from '../store/documents.ts'
import type {LookupKey} from '../store/index.ts'

/** A condition that an index answers. `correlated`: its operand depends on the scope around the filter. */
export type Condition =
  | {kind: 'lookup'; by: LookupKey; operand: ExprNode; correlated: boolean}
  | {kind: 'or'; either: Condition[]; correlated: false}

/** The best condition that follows from a filter's expression; undefined where all documents may match. */
export function conditionOf(node: ExprNode): Condition | undefined {
  if (node.type === 'Group') return conditionOf(node.base)
  if (node.type === 'And') return better(conditionOf(node.left), conditionOf(node.right))
  if (node.type === 'Or') return either(conditionOf(node.left), conditionOf(node.right))
  if (node.type === 'OpCall' && node.op === '==') {
    return equality(node.left, node.right) ?? equality(node.right, node.left)
  }
  if (node.type === 'OpCall' && node.op === 'in') return equality(node.left, node.right)
  const targets = callArgs(node, 'global::references')
  if (targets) return lookup('references', listOf(targets))
  const [base] = callArgs(node, 'sanity::versionOf') ?? []
  return base && lookup('versionOf', base)
}

const listOf = (args: ExprNode[]): ExprNode =>
  args.length === 1 && args[0]
    ? args[0]
    : {
        type: 'Array',
        elements: args.map((value) => ({type: 'ArrayElement', value, isSplat: false})),
      }

function equality(left: ExprNode, right: ExprNode): Condition | undefined {
  const key = keyOf(left)
  return key && lookup(key, right)
}

function keyOf(node: ExprNode): LookupKey | undefined {
  const path = pathOf(node)
  if (path === '_id') return 'id'
  if (path === '_type') return 'type'
  return indexedFields.find((field) => field === path)
}

/** The path of an attribute of the document itself. */
function pathOf(node: ExprNode): string | undefined {
  if (node.type !== 'AccessAttribute') return undefined
  if (!node.base || node.base.type === 'This') return node.name
  const parent = pathOf(node.base)
  return parent && `${parent}.${node.name}`
}

function lookup(by: LookupKey, operand: ExprNode): Condition | undefined {
  if (!isIndependent(operand)) return undefined
  return {kind: 'lookup', by, operand, correlated: dependsOnScope(operand)}
}

/** The fewer documents a key usually finds, the earlier it stands. */
const keysBySelectivity: LookupKey[] = ['id', 'versionOf', ...indexedFields, 'references', 'type']

const rank = (condition: Condition): number =>
  condition.kind === 'or' ? keysBySelectivity.length : keysBySelectivity.indexOf(condition.by)

function better(left: Condition | undefined, right: Condition | undefined): Condition | undefined {
  if (!left || !right) return left ?? right
  return rank(right) < rank(left) ? right : left
}

function either(left: Condition | undefined, right: Condition | undefined): Condition | undefined {
  if (!left || !right || left.correlated || right.correlated) return undefined
  return {kind: 'or', either: [left, right], correlated: false}
}

/** Whether an operand means the same for each document that the filter looks at. */
function isIndependent(node: ExprNode): boolean {
  switch (node.type) {
    case 'Value':
    case 'Parameter':
    case 'Parent':
      return true
    case 'Group':
    case 'Deref':
      return isIndependent(node.base)
    case 'AccessAttribute':
      return node.base !== undefined && isIndependent(node.base)
    case 'Array':
      return node.elements.every(({value}) => isIndependent(value))
    default:
      return false
  }
}

function dependsOnScope(node: ExprNode): boolean {
  if (node.type === 'Parent' || node.type === 'Deref') return true
  let found = false
  mapChildren(node, (child) => {
    if (dependsOnScope(child)) found = true
    return child
  })
  return found
}

/** The same operand as seen from the scope around the filter: one `^` less. */
export function outerScope(node: ExprNode): ExprNode {
  if (node.type === 'Parent') return node.n === 1 ? {type: 'This'} : {...node, n: node.n - 1}
  return mapChildren(node, outerScope)
}
