import {endings} from '../../shape.ts'
import type {View} from '../view.ts'
import type {FeatureGroup} from './group.ts'

/** A shorter run says nothing. */
const lengthMin = 3
const lengthMax = 20
const distanceMax = 20
const textMax = 3000
/** Prose that is in a run of so many lines vouches for no other. */
const listMin = 4

/** Rows of a list that follows on prose, or is opened by a colon, belong to the story. */
export const runs: FeatureGroup = {
  columns: ['runLength', 'runBelowProse', 'runOpened', 'runTextAbove', 'runBlanks'],
  write(view, index, row) {
    const length = view.runs.lengths[index] as number
    if (length < lengthMin) {
      row.skip(runs.columns.length)
      return
    }
    const from = view.runs.from[index] as number
    row.put(Math.min(length, lengthMax))
    row.put(proseAbove(view, from))
    row.put(view.lines[from - 1]?.ending === endings.colon ? 1 : 0)
    row.put(Math.log1p(Math.min(view.proseBefore[from] as number, textMax)))
    row.put(blanksInside(view, from, from + length))
  },
}

function proseAbove({paragraphs, runs: {lengths}}: View, from: number): number {
  for (let distance = 1; distance < distanceMax && distance <= from; distance++) {
    const at = from - distance
    if (paragraphs[at] && (lengths[at] as number) < listMin) return distance
  }
  return distanceMax
}

/** Blank lines before each of its lines but the first, on average. */
function blanksInside({lines, blanksBefore}: View, from: number, to: number): number {
  const end = Math.min(to, lines.length)
  if (end - from < 2) return 0
  return ((blanksBefore[end] as number) - (blanksBefore[from + 1] as number)) / (end - from - 1)
}
