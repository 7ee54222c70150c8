/** One tree. A row goes left where its value is at most the threshold; a negative child -n is leaf n - 1. */
export type Tree = {
  columns: readonly number[]
  thresholds: readonly number[]
  left: readonly number[]
  right: readonly number[]
  leaves: readonly number[]
}

/** What all trees together say of the row that begins at `from`: the sum of its leaves, from the first tree to the last. */
export type Forest = (values: Float32Array, from: number) => number
