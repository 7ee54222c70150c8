import {endings} from '../../shape.ts'
import {blanksBefore, blanksBehind} from '../spacing.ts'
import type {FeatureGroup} from './group.ts'

/** A shorter block is no list. */
const blockMin = 3
const lengthMax = 20
const aboveMax = 5
const farAbove = 8
const belowMax = 3

const blockColumns = ['blockLines', 'blockBelowProse', 'blockOpened', 'blockAboveProse']
const aroundColumns = ['spacedBefore', 'spacedAround']

/** Lists stand in blocks without blank lines, paragraphs apart from each other; all zero where the file has no blanks. */
export const spacing: FeatureGroup = {
  columns: [...blockColumns, ...aroundColumns],
  write({spacing: found, lines, paragraphs: whole, paragraphsBefore}, index, row) {
    const from = found.from[index] as number
    const to = found.to[index] as number
    if (!found.spaced || to - from < blockMin) row.skip(blockColumns.length)
    else {
      const paragraphs = (paragraphsBefore[to] as number) - (paragraphsBefore[from] as number)
      row.put(Math.min(to - from, lengthMax) * (1 - paragraphs / (to - from)))
      row.put(paragraphAbove(whole, from))
      row.put(lines[from - 1]?.ending === endings.colon ? 1 : 0)
      row.put(whole.subarray(to, to + belowMax).includes(1) ? 2 : 1)
    }
    if (!found.spaced || found.before < 0) row.skip(aroundColumns.length)
    else {
      const before = blanksBefore(lines, index) === found.before
      row.put(before ? 2 : 1)
      row.put(before && blanksBehind(lines, index) === found.behind ? 2 : 1)
    }
  },
}

function paragraphAbove(whole: Uint8Array, from: number): number {
  for (let distance = 1; distance <= aboveMax; distance++)
    if (whole[from - distance]) return distance
  return farAbove
}
