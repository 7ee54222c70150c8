/**
 * View → features: what the models see of each line. Shape, place and known wordings, never the words of a text, and
 * nothing that knows where the file ends.
 */

import {float32s} from '../../slab.ts'
import type {View} from '../view.ts'
import {drift} from './drift.ts'
import {type FeatureGroup, Row} from './group.ts'
import {headline} from './headline.ts'
import {type BodyGuess, likelyColumns, writeLikely} from './likely.ts'
import {neighbours} from './neighbours.ts'
import {own} from './own.ts'
import {place} from './place.ts'
import {runs} from './runs.ts'
import {spacing} from './spacing.ts'

const bodyGroups: readonly FeatureGroup[] = [own, neighbours, place, drift, runs, spacing]
const bodyNames = bodyGroups.flatMap((group) => group.columns)

/** The body's model sees so many of the first columns; the headline's may see all. */
export const bodyColumnCount = bodyNames.length

/** Those behind the body's are empty until `addHeadlineFeatures` fills them in. */
export const columns: readonly string[] = [...bodyNames, ...headline.columns, ...likelyColumns]

/** One row a line, `columns.length` values a row. */
export function featuresOf(view: View): Float32Array {
  const values = float32s(view.lines.length * columns.length)
  const row = new Row(values)
  for (let index = 0; index < view.lines.length; index++) {
    row.moveTo(index * columns.length)
    for (const group of bodyGroups) group.write(view, index, row)
    row.expect(index * columns.length + bodyColumnCount)
  }
  return values
}

/** Fills in what the headline's model sees besides; rows of lines that are no candidates stay as they are. */
export function addHeadlineFeatures(
  view: View,
  values: Float32Array,
  {guess, candidates}: {guess: BodyGuess; candidates: Uint8Array},
): void {
  const row = new Row(values)
  for (let index = 0; index < view.lines.length; index++) {
    if (!candidates[index]) continue
    row.moveTo(index * columns.length + bodyColumnCount)
    headline.write(view, index, row)
    writeLikely(guess, index, row)
    row.expect((index + 1) * columns.length)
  }
}
