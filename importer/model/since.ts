/**
 * What stood above a line: how many lines of a kind since the story began, and how far up the last of them is.
 */
import {uint16s} from '../slab.ts'

export type Since = {
  /** Before the line, from the start of the story on. */
  counts: Uint16Array
  /** To the last one above, wherever it stands; `nowhere` if there is none. */
  distances: Uint16Array
}

const nowhere = 1000

/** Of the lines that have a bit of the mask. `start` is where the story began. */
export function sinceOf(bits: Int32Array, mask: number, start: number): Since {
  const {length} = bits
  const counts = uint16s(length)
  const distances = uint16s(length)
  let count = 0
  let distance = nowhere
  for (let index = 0; index < length; index++) {
    counts[index] = count
    distances[index] = distance
    const here = ((bits[index] as number) & mask) !== 0
    distance = here ? 1 : Math.min(distance + 1, nowhere)
    if (here && index >= start) count++
  }
  return {counts, distances}
}
