import type {ExprNode, OpCallNode} from 'groq-js'
import {callSlot, type Slot} from './bridge.ts'
import {fold} from './fold.ts'
import {matchTextQuery} from './text-query.ts'
import {attribute, call, callArgs, mapChildren, operation, value} from './tree.ts'

/**
 * Puts in front of groq-js what it lacks: `match` without regard to diacritics, `text::query()`,
 * `documents::get()` and `documents::incomingRefCount()`, groups inside `score()`.
 */
export function mend(tree: ExprNode, slots: Slot[]): ExprNode {
  const walk =
    (inScore: boolean) =>
    (node: ExprNode): ExprNode => {
      if (inScore && node.type === 'Group') return walk(true)(node.base)
      if (node.type === 'PipeFuncCall' && node.name === 'score') {
        return {...node, base: walk(false)(node.base), args: node.args.map(walk(true))}
      }
      const keepsScore =
        node.type === 'And' || node.type === 'Or' || callArgs(node, 'global::boost') !== undefined
      return mendNode(mapChildren(node, walk(inScore && keepsScore)), slots, inScore)
    }
  return walk(false)(tree)
}

function mendNode(node: ExprNode, slots: Slot[], inScore: boolean): ExprNode {
  if (node.type === 'OpCall' && node.op === 'match') {
    const [text] = callArgs(node.right, 'text::query') ?? []
    return text ? matchTextQuery(node.left, text, {slots, inScore}) : foldMatch(node, slots)
  }
  const [text] = callArgs(node, 'text::query') ?? []
  if (text) return matchTextQuery({type: 'This'}, text, {slots, inScore})
  const [reference] = callArgs(node, 'documents::get') ?? []
  if (reference) return getDocument(reference, slots)
  if (callArgs(node, 'documents::incomingRefCount')) {
    return callSlot(slots, ({view}, id) => view.referencing(id).length, attribute('_id'))
  }
  return callArgs(node, 'releases::all') ? allReleases : node
}

const allReleases: ExprNode = {
  type: 'Filter',
  base: {type: 'Everything'},
  expr: operation('==', attribute('_type'), value('system.release')),
}

/** Takes a reference or an id. */
function getDocument(argument: ExprNode, slots: Slot[]): ExprNode {
  return call(
    'coalesce',
    {type: 'Deref', base: argument},
    callSlot(slots, ({view}, id) => view.get(id), argument),
  )
}

function foldMatch({left, right}: OpCallNode, slots: Slot[]): ExprNode {
  return operation('match', folded(left, slots), folded(right, slots))
}

/** A string folded, or each string of an array. */
function folded(node: ExprNode, slots: Slot[]): ExprNode {
  if (node.type === 'Value') return value(foldValue(node.value))
  const foldText = (text: ExprNode) => callSlot(slots, (_, argument) => fold(argument), text)
  const items: ExprNode = {type: 'ArrayCoerce', base: node}
  return call('coalesce', foldText(node), {
    type: 'Map',
    base: items,
    expr: foldText({type: 'This'}),
  })
}

const foldValue = (of: unknown): unknown =>
  typeof of === 'string' ? fold(of) : Array.isArray(of) ? of.map(foldValue) : of
