import type {ExprNode, OpCallNode} from 'groq-js'
import {fold} from '../words/fold.ts'
import {checkPattern, shortened} from '../words/limits.ts'
import {matches, type Pattern, patternOf} from '../words/match.ts'
import {callSlot, callWith, type Slot} from './bridge.ts'
import {matchTextQuery} from './textQuery.ts'
import {attribute, call, callArgs, mapChildren, operation, shared, value} from './tree.ts'

/**
 * Puts in front of groq-js what it lacks: `match` without regard to diacritics, `text::query()`,
 * `documents::get()` and `documents::incomingRefCount()`, groups inside `score()`.
 */
export function mend(tree: ExprNode, slots: Slot[], isAsync = false): ExprNode {
  const walk =
    (inScore: boolean) =>
    (node: ExprNode): ExprNode => {
      if (inScore && node.type === 'Group') return walk(true)(node.base)
      if (node.type === 'PipeFuncCall' && node.name === 'score') {
        if (!givesDocuments(node.base)) throw new Error('score() is for documents only')
        return {...node, base: walk(false)(node.base), args: node.args.map(walk(true))}
      }
      const text = searchedText(node)
      if (text) return matchTextQuery(walk(false)(text.left), text.query, {slots, inScore})
      const keepsScore =
        node.type === 'And' || node.type === 'Or' || callArgs(node, 'global::boost') !== undefined
      const mended = mapChildren(node, walk(inScore && keepsScore))
      const isMatch = mended.type === 'OpCall' && mended.op === 'match'
      if (isMatch && !inScore && !isAsync) return ownMatch(mended, slots)
      return mendNode(mended, slots, inScore)
    }
  return walk(false)(tree)
}

function mendNode(node: ExprNode, slots: Slot[], inScore: boolean): ExprNode {
  if (node.type === 'OpCall' && node.op === 'match') return foldMatch(node, slots)
  if (node.type === 'OpCall' && node.op === 'in') return pathInPath(node)
  const [items] = callArgs(node, 'array::unique') ?? []
  if (items) return shared(items, uniqueWithNull)
  const [text] = callArgs(node, 'text::query') ?? []
  if (text) return matchTextQuery({type: 'This'}, text, {slots, inScore})
  const [reference] = callArgs(node, 'documents::get') ?? []
  if (reference) return shared(reference, (target) => getDocument(target, slots))
  if (callArgs(node, 'documents::incomingRefCount')) {
    return callSlot(slots, ({view}, id) => view.referencing(id).length, attribute('_id'))
  }
  return callArgs(node, 'releases::all') ? allReleases : node
}

/** `left match text::query(query)`: looked for from outside, before the call on the right is mended by itself. */
function searchedText(node: ExprNode): {left: ExprNode; query: ExprNode} | undefined {
  if (node.type !== 'OpCall' || node.op !== 'match') return undefined
  const [query] = callArgs(node.right, 'text::query') ?? []
  return query && {left: node.left, query}
}

const allReleases: ExprNode = {
  type: 'Filter',
  base: {type: 'Everything'},
  expr: operation('==', attribute('_type'), value('system.release')),
}

/** Elements and projections have lost what a document's score is kept with. */
function givesDocuments(base: ExprNode): boolean {
  if (base.type === 'Map') return base.expr.type !== 'Projection'
  return base.type !== 'AccessElement' && base.type !== 'Projection'
}

/** groq-js compares strings alone with paths. */
function pathInPath(node: OpCallNode): ExprNode {
  const [inner] = callArgs(node.left, 'global::path') ?? []
  return inner && callArgs(node.right, 'global::path') ? {...node, left: inner} : node
}

/** groq-js keeps every null; here the one that stays comes last. */
function uniqueWithNull(items: ExprNode): ExprNode {
  const hasNull = operation('in', value(null), items)
  const unique = call('array::unique', call('array::compact', items))
  const tail: ExprNode = {
    type: 'Select',
    alternatives: [{type: 'SelectAlternative', condition: hasNull, value: value([null])}],
    fallback: value([]),
  }
  return operation('+', unique, tail)
}

/** Takes a reference or an id. */
function getDocument(argument: ExprNode, slots: Slot[]): ExprNode {
  return call(
    'coalesce',
    {type: 'Deref', base: argument},
    callSlot(slots, ({view}, id) => view.get(id), argument),
  )
}

/** Compared by ourselves: groq-js makes a regular expression of the pattern for each document. */
function ownMatch({left, right}: OpCallNode, slots: Slot[]): ExprNode {
  let last: {value: unknown; pattern: Pattern | undefined} | undefined
  const patternFor = (value: unknown) => {
    if (!last || last.value !== value) last = {value, pattern: patternOf(value)}
    return last.pattern
  }
  const compare = (values: unknown[]) => {
    const pattern = patternFor(values[1])
    return pattern !== undefined && matches(values[0], pattern)
  }
  const compared = callWith(slots, (_, values) => compare(values), [left, right])
  matched.set(compared, {left, right})
  return compared
}

/** `left match right` */
export type Match = {left: ExprNode; right: ExprNode}

const matched = new WeakMap<ExprNode, Match>()

/** What a node compares by `match`; undefined where it does anything else. */
export const matchedIn = (node: ExprNode): Match | undefined => matched.get(node)

/** In `score()` it is groq-js that counts. */
function foldMatch({left, right}: OpCallNode, slots: Slot[]): ExprNode {
  const text = (value: string) => fold(shortened(value))
  const pattern = (value: string) => fold(checkPattern(value))
  return operation('match', eachText(left, text, slots), eachText(right, pattern, slots))
}

/** What a function makes of a string, or of each string of an array. */
function eachText(node: ExprNode, change: (text: string) => string, slots: Slot[]): ExprNode {
  if (node.type === 'Value') return value(changeValue(node.value, change))
  const changed = (text: ExprNode) => callSlot(slots, (_, argument) => change(argument), text)
  return shared(node, (given) => {
    const base: ExprNode = {type: 'ArrayCoerce', base: given}
    return call('coalesce', changed(given), {type: 'Map', base, expr: changed({type: 'This'})})
  })
}

const changeValue = (of: unknown, change: (text: string) => string): unknown => {
  if (typeof of === 'string') return change(of)
  return Array.isArray(of) ? of.map((item) => changeValue(item, change)) : of
}
