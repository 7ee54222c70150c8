/**
 * View → features: what the models see of each line. Shape, place and known wordings, never the words of a text, and
 * nothing that knows where the file ends.
 */
import type {View} from '../view.ts'
import {drift} from './drift.ts'
import {type FeatureGroup, Row} from './group.ts'
import {headline} from './headline.ts'
import {guessBody, likelyColumns, writeLikely} from './likely.ts'
import {neighbours} from './neighbours.ts'
import {own} from './own.ts'
import {place} from './place.ts'

const groups: readonly FeatureGroup[] = [own, neighbours, place, drift, headline]
const ownColumns = groups.flatMap((group) => group.columns)

/** The last of them are empty until `addLikelihoods` fills them in. */
export const columns: readonly string[] = [...ownColumns, ...likelyColumns]

/** One row a line, `columns.length` values a row. */
export function featuresOf(view: View): Float32Array {
  const values = new Float32Array(view.lines.length * columns.length)
  const row = new Row(values)
  for (let index = 0; index < view.lines.length; index++) {
    row.moveTo(index * columns.length)
    for (const group of groups) group.write(view, index, row)
    row.expect(index * columns.length + ownColumns.length)
  }
  return values
}

/** Fills in what the body's model found, for the headline's. */
export function addLikelihoods(view: View, values: Float32Array, likely: Float64Array): void {
  const guess = guessBody(view, likely)
  const row = new Row(values)
  for (let index = 0; index < view.lines.length; index++) {
    row.moveTo(index * columns.length + ownColumns.length)
    writeLikely(guess, index, row)
    row.expect((index + 1) * columns.length)
  }
}
