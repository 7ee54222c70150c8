/**
 * What stood above a line: how many lines of a kind since the story began, and how far up the last of them is.
 */
import {uint16s} from '../slab.ts'
import {maskOf} from './mask.ts'

export type Since = {
  /** Before the line, from the start of the story on. */
  counts: Uint16Array
  /** To the last one above, wherever it stands; `nowhere` if there is none. */
  distances: Uint16Array
}

/** Rules by what their lines do. Counted and measured: these begin another story. */
export const breaks = [['byline'], ['endHeading', 'endLine']] as const
/** Measured alone: lists inside a story are full of them. */
export const marks = [
  ['date', 'ago'],
  ['counter'],
  ['furniture'],
  ['relatedHeading'],
  ['caption', 'fileName'],
] as const
export const breakMasks = breaks.map(maskOf)
export const markMasks = marks.map(maskOf)

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
