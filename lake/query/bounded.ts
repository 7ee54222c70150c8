/** Keeps what groq-js does in lists from taking longer than their length. */
import {DateTime, type ExprNode, type OpCallNode, Path} from 'groq-js'
import {callWith, type Slot} from './bridge.ts'
import {spend} from './limits.ts'
import {callArgs, mapChildren} from './tree.ts'

/**
 * Bounds what an expression costs that asks for no documents: `in` looks a value up instead of going through the
 * list each time, and filters of lists look at the clock.
 */
export function bounded(node: ExprNode, slots: Slot[]): ExprNode {
  const inner = mapChildren(node, (child) => bounded(child, slots))
  if (inner.type === 'OpCall' && inner.op === 'in') return among(inner, slots)
  if (inner.type !== 'Filter') return inner
  const watch: Parameters<typeof callWith>[1] = ({allowance}, [list]) => {
    spend(allowance, Array.isArray(list) ? list.length : 1)
    return list
  }
  return {...inner, base: callWith(slots, watch, [inner.base])}
}

/** Shorter lists are gone through as fast. */
const shortLength = 8

export function among(node: OpCallNode, slots: Slot[]): ExprNode {
  const {left, right} = node
  const isShort = right.type === 'Array' && right.elements.length < shortLength
  if (isShort || callArgs(right, 'global::path')) return node
  let last: {list: unknown; holds: (value: unknown) => boolean | null} | undefined
  return callWith(
    slots,
    (_, [value, list]) => {
      if (!last || last.list !== list) last = {list, holds: holder(list)}
      return last.holds(value)
    },
    [left, right],
  )
}

/** What `in` says of values, as groq-js does: strings, numbers, booleans, null and times alone can be equal. */
function holder(list: unknown): (value: unknown) => boolean | null {
  if (isPath(list)) return (value) => (typeof value === 'string' ? list.matches(value) : null)
  if (!Array.isArray(list)) return () => null
  const simple = new Set(list.map((item) => item ?? null).filter((item) => !isObject(item)))
  const times = list.filter(isTime)
  return (value) =>
    isTime(value) ? times.some((time) => time.equals(value)) : simple.has(value ?? null)
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

const isPath = (value: unknown): value is Path => value instanceof Path

const isTime = (value: unknown): value is DateTime => value instanceof DateTime
