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

/** `start` is where the story began, among `length` lines. */
export function sinceOf(
  isHere: (index: number) => boolean,
  {start, length}: {start: number; length: number},
): Since {
  const counts = uint16s(length)
  const distances = uint16s(length)
  let count = 0
  let distance = nowhere
  for (let index = 0; index < length; index++) {
    counts[index] = count
    distances[index] = distance
    const here = isHere(index)
    distance = here ? 1 : Math.min(distance + 1, nowhere)
    if (here && index >= start) count++
  }
  return {counts, distances}
}
