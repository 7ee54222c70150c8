/**
 * A group of features: columns that are computed together.
 */
import type {View} from '../view.ts'

export type FeatureGroup = {
  columns: readonly string[]
  /** Puts one value a column, in order, for the line at `index`. */
  write(view: View, index: number, row: Row): void
}

/** Fills a matrix from left to right. */
export class Row {
  readonly values: Float32Array
  private at = 0

  constructor(values: Float32Array) {
    this.values = values
  }

  moveTo(offset: number): void {
    this.at = offset
  }

  put(value: number): void {
    this.values[this.at++] = value
  }

  /** Leaves columns at 0, which is what a matrix begins with. */
  skip(columns: number): void {
    this.at += columns
  }

  /** A group that puts more or fewer values than it has columns would shift all others. */
  expect(offset: number): void {
    if (this.at !== offset) throw new Error('A feature group and its columns disagree.')
  }
}
