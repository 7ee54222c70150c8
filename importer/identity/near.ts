/**
 * Simhashes → pairs of near ones, by bands: no two are compared that share none.
 */
import {distance} from '../simhash.ts'

/** How many neighbours with the same band each one is compared with. */
const neighboursMax = 16
const bandsEach = 4

export type Near = {index: number; distance: number}

/** For each simhash (empty ones aside) the nearest earlier one within `distanceMax`, by index. */
export function nearestEarlier(
  simhashes: readonly string[],
  distanceMax: number,
): Map<number, Near> {
  const nearest = new Map<number, Near>()
  const values = new Uint16Array(simhashes.length)
  for (let band = 0; band < bandsEach; band++) {
    for (const [at, simhash] of simhashes.entries()) {
      values[at] = parseInt(simhash.slice(band * 4, band * 4 + 4) || '0', 16)
    }
    const order = Uint32Array.from(simhashes.keys()).sort(
      (one, two) => (values[one] ?? 0) - (values[two] ?? 0) || one - two,
    )
    for (let at = 1; at < order.length; at++) {
      const later = order[at] as number
      if (simhashes[later] === '') continue
      for (let back = 1; back <= neighboursMax && back <= at; back++) {
        const earlier = order[at - back] as number
        if (values[earlier] !== values[later]) break
        if (simhashes[earlier] === '') continue
        const apart = distance(simhashes[earlier] as string, simhashes[later] as string)
        const best = nearest.get(later)?.distance ?? distanceMax + 1
        if (apart < best) nearest.set(later, {index: earlier, distance: apart})
      }
    }
  }
  return nearest
}
