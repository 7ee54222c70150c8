import type {ExprNode} from 'groq-js'
import {callArgs} from '../query/tree.ts'
import {indexedFields} from '../store/documents.ts'
import type {LookupKey} from '../store/index.ts'
import {isSimple, readsOf} from './scope.ts'

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
export function pathOf(node: ExprNode): string | undefined {
  if (node.type !== 'AccessAttribute') return undefined
  if (!node.base || node.base.type === 'This') return node.name
  const parent = pathOf(node.base)
  return parent && `${parent}.${node.name}`
}

function lookup(by: LookupKey, operand: ExprNode): Condition | undefined {
  const {own, outer} = readsOf(operand)
  if (own || (outer && !isSimple(operand))) return undefined
  return {kind: 'lookup', by, operand, correlated: outer}
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
