import {isRecord} from '../document.ts'
import {equalJson} from './json.ts'

/** Where the elements of a new array come from: runs of the old one, an old one changed, or nowhere. */
export type Part =
  | {kind: 'copied'; from: number; to: number}
  | {kind: 'edited'; index: number; at: number}
  | {kind: 'added'; at: number}

/** The decoder spreads a slice over its call stack, which overflows somewhere above 100,000 elements. */
const sliceElementsMax = 10_000

/**
 * Matches the elements of two arrays: objects by `_key`, the rest by content. What is left over is paired
 * with the old element that stood in its place. Linear in the number of elements.
 */
export function matchElements(before: unknown[], after: unknown[]): Part[] {
  const sources = sourceOf(before, after)
  const taken = new Set(sources)
  const parts: Part[] = []
  let place = 0
  after.forEach((item, at) => {
    const source = sources[at] ?? (place < before.length && !taken.has(place) ? place : undefined)
    if (source === undefined) {
      parts.push({kind: 'added', at})
      return
    }
    taken.add(source)
    place = source + 1
    if (equalJson(before[source], item)) copy(parts, source)
    else parts.push({kind: 'edited', index: source, at})
  })
  return parts
}

/** For each new element the old one that it is, if any; none is taken twice. */
function sourceOf(before: unknown[], after: unknown[]): (number | undefined)[] {
  const max = Math.min(before.length, after.length)
  let head = 0
  while (head < max && equalJson(before[head], after[head])) head++
  let tail = 0
  while (tail < max - head && equalJson(before.at(-1 - tail), after.at(-1 - tail))) tail++

  const places = placesByIdentity(before, head, before.length - tail)
  return after.map((item, at) => {
    if (at < head) return at
    if (at >= after.length - tail) return at - after.length + before.length
    return places.get(identity(item))?.next().value
  })
}

function placesByIdentity(items: unknown[], from: number, to: number) {
  const places = new Map<string, number[]>()
  for (let index = from; index < to; index++) {
    const key = identity(items[index])
    const same = places.get(key)
    if (same) same.push(index)
    else places.set(key, [index])
  }
  return new Map([...places].map(([key, indexes]) => [key, indexes.values()]))
}

const identity = (item: unknown): string =>
  isRecord(item) && typeof item._key === 'string' ? `_key ${item._key}` : JSON.stringify(item)

function copy(parts: Part[], index: number): void {
  const last = parts.at(-1)
  if (last?.kind === 'copied' && last.to === index && last.to - last.from < sliceElementsMax) {
    last.to++
  } else {
    parts.push({kind: 'copied', from: index, to: index + 1})
  }
}
