import type {ExprNode} from 'groq-js'
import {callArgs} from '../query/tree.ts'
import {elementsOf} from '../store/index.ts'
import {computedOf} from './computed.ts'

export {isElements} from '../store/index.ts'

/** The path of an attribute of the document itself, `slug.current`. */
export function pathOf(node: ExprNode): string | undefined {
  if (node.type !== 'AccessAttribute' || marksOfPaths.test(node.name)) return undefined
  if (!node.base || node.base.type === 'This') return node.name
  const parent = pathOf(node.base)
  return parent && `${parent}.${node.name}`
}

/** What has a meaning of its own in paths. */
const marksOfPaths = /[.[(]/

/** The path of the elements of one of the document's lists: `list`, or `list[]`. */
export function elementsPath(node: ExprNode): string | undefined {
  const path = pathOf(node.type === 'ArrayCoerce' ? node.base : node)
  return path === undefined ? undefined : elementsOf(path)
}

/** `path`, or `coalesce(path, …)`: the first of these that has a value. Else what is computed from the document. */
export function valuePathsOf(node: ExprNode): string[] | undefined {
  const paths = (callArgs(node, 'global::coalesce') ?? [node]).map(pathOf)
  if (paths.every((path) => path !== undefined)) return paths
  const computed = computedOf(node)
  return computed === undefined ? undefined : [computed]
}

export const isSamePaths = (one: string[] | undefined, other: string[]): boolean =>
  one?.length === other.length && other.every((path, at) => path === one[at])
