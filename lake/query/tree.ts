import type {ExprNode, OpCall, SyntaxNode} from 'groq-js'

/** Makers of syntax nodes, for what is put in the place of others. */
export const value = (of: unknown): ExprNode => ({type: 'Value', value: of})
export const attribute = (name: string): ExprNode => ({type: 'AccessAttribute', name})
export const operation = (op: OpCall, left: ExprNode, right: ExprNode): ExprNode => ({
  type: 'OpCall',
  op,
  left,
  right,
})
export const call = (name: string, ...args: ExprNode[]): ExprNode => {
  const [namespace = 'global', local = name] = name.includes('::')
    ? name.split('::')
    : ['global', name]
  return {type: 'FuncCall', namespace, name: local, args}
}

/** One node as it is, several as a list. */
export const listOf = (nodes: ExprNode[]): ExprNode =>
  nodes.length === 1 && nodes[0]
    ? nodes[0]
    : {
        type: 'Array',
        elements: nodes.map((node) => ({type: 'ArrayElement', value: node, isSplat: false})),
      }

/** The arguments of a call of this function; undefined for all other nodes. */
export const callArgs = (node: ExprNode, name: string): ExprNode[] | undefined =>
  node.type === 'FuncCall' && `${node.namespace}::${node.name}` === name ? node.args : undefined

/**
 * What `make` makes of a value that it needs more than once. Unless reading it is next to nothing, the value is
 * computed once and is `@` there: written twice, arguments within arguments would double at each level.
 */
export function shared(of: ExprNode, make: (value: ExprNode) => ExprNode): ExprNode {
  if (isAtHand(of)) return make(of)
  const element = {type: 'ArrayElement', value: of, isSplat: false} as const
  const base: ExprNode = {type: 'Array', elements: [element]}
  const made: ExprNode = {type: 'Map', base, expr: make({type: 'This'})}
  return {type: 'AccessElement', base: made, index: 0}
}

function isAtHand(node: ExprNode): boolean {
  if (node.type === 'AccessAttribute') return !node.base || isAtHand(node.base)
  return node.type === 'This' || node.type === 'Parameter' || node.type === 'Value'
}

/** What stands below a node, with the change that each step down makes to the scope. */
export type Step = 'same' | 'nested' | 'hidden'

/** Fields whose expression is evaluated once for each element, in a scope of its own. */
const stepInto: Record<string, {field: string; step: Step}> = {
  Filter: {field: 'expr', step: 'nested'},
  Projection: {field: 'expr', step: 'nested'},
  PipeFuncCall: {field: 'args', step: 'nested'},
  Map: {field: 'expr', step: 'hidden'},
  FlatMap: {field: 'expr', step: 'hidden'},
}

/** A copy of a node with each of its children replaced; the node itself where none has changed. */
export function mapChildren<Node extends SyntaxNode>(
  node: Node,
  replace: (child: ExprNode, step: Step) => ExprNode,
): Node {
  if (node.type === 'Value') return node
  const fields = node as unknown as Record<string, unknown>
  const changed: Record<string, unknown> = {}
  for (const [field, child] of Object.entries(fields)) {
    const into = stepInto[node.type]
    const step = into?.field === field ? into.step : 'same'
    const next = mapField(child, (inner) => replace(inner, step))
    if (next !== child) changed[field] = next
  }
  return Object.keys(changed).length === 0 ? node : ({...node, ...changed} as Node)
}

/** Whether a node, or one below it, is of a kind. */
export function holds(tree: ExprNode, test: (node: ExprNode) => boolean): boolean {
  if (test(tree)) return true
  let found = false
  mapChildren(tree, (child) => {
    found ||= holds(child, test)
    return child
  })
  return found
}

function mapField(child: unknown, replace: (child: ExprNode) => ExprNode): unknown {
  if (Array.isArray(child)) {
    const next = child.map((item) => mapField(item, replace))
    return next.some((item, index) => item !== child[index]) ? next : child
  }
  if (!isNode(child)) return child
  return isPart(child)
    ? mapChildren(child as SyntaxNode, (inner) => replace(inner))
    : replace(child as ExprNode)
}

const isNode = (value: unknown): value is {type: string} =>
  typeof value === 'object' &&
  value !== null &&
  typeof (value as {type?: unknown}).type === 'string'

/** Parts of objects, arrays and select() hold expressions but are none. */
const isPart = ({type}: {type: string}) =>
  type.startsWith('ObjectAttribute') ||
  type === 'ObjectSplat' ||
  type === 'ObjectConditionalSplat' ||
  type === 'ArrayElement' ||
  type === 'SelectAlternative'

/** Whether a node asks for documents of the dataset. */
export const holdsEverything = (tree: ExprNode): boolean =>
  holds(tree, ({type}) => type === 'Everything')
