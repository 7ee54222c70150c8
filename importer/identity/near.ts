/**
 * Simhashes → pairs of near ones, by bands: no two are compared that share none.
 */
import {bitsSet} from './simhash.ts'

/** How many neighbours with the same band each one is compared with. */
const neighboursMax = 16
const bandsEach = 4
const sizeMin = 1024

export type Near = {index: number; distance: number}

/** Ten bytes for each. */
export type Simhashes = {
  /** 16 hex digits; empty where there is none. */
  add: (simhash: string) => void
  size: () => number
  has: (index: number) => boolean
  /** A quarter of the digits, as a number. */
  band: (index: number, band: number) => number
  distance: (one: number, two: number) => number
}

export function simhashes(all: Iterable<string> = []): Simhashes {
  let words = new Uint32Array(2 * sizeMin)
  let present = new Uint8Array(sizeMin)
  let size = 0
  const grow = () => {
    const [moreWords, more] = [new Uint32Array(2 * words.length), new Uint8Array(words.length)]
    moreWords.set(words)
    more.set(present)
    ;[words, present] = [moreWords, more]
  }
  const list: Simhashes = {
    add(simhash) {
      if (size === present.length) grow()
      present[size] = simhash === '' ? 0 : 1
      words[2 * size] = parseInt(simhash.slice(0, 8) || '0', 16)
      words[2 * size + 1] = parseInt(simhash.slice(8) || '0', 16)
      size += 1
    },
    size: () => size,
    has: (index) => present[index] === 1,
    band(index, band) {
      const word = words[2 * index + (band >> 1)] as number
      return band % 2 === 0 ? word >>> 16 : word & 0xffff
    },
    distance: (one, two) =>
      bitsSet((words[2 * one] as number) ^ (words[2 * two] as number)) +
      bitsSet((words[2 * one + 1] as number) ^ (words[2 * two + 1] as number)),
  }
  for (const simhash of all) list.add(simhash)
  return list
}

/** For each simhash the nearest earlier one within `distanceMax`, by index. */
export function nearestEarlier(list: Simhashes, distanceMax: number): Map<number, Near> {
  const nearest = new Map<number, Near>()
  const values = new Uint16Array(list.size())
  const order = new Uint32Array(list.size())
  for (let band = 0; band < bandsEach; band++) {
    for (let at = 0; at < order.length; at++) {
      values[at] = list.band(at, band)
      order[at] = at
    }
    order.sort((one, two) => (values[one] ?? 0) - (values[two] ?? 0) || one - two)
    for (let at = 1; at < order.length; at++) {
      const later = order[at] as number
      if (!list.has(later)) continue
      for (let back = 1; back <= neighboursMax && back <= at; back++) {
        const earlier = order[at - back] as number
        if (values[earlier] !== values[later]) break
        if (!list.has(earlier)) continue
        const apart = list.distance(earlier, later)
        const best = nearest.get(later)?.distance ?? distanceMax + 1
        if (apart < best) nearest.set(later, {index: earlier, distance: apart})
      }
    }
  }
  return nearest
}
