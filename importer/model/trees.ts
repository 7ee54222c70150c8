/**
 * Boosted trees: a sum of small trees is the log-odds of yes.
 */
import {float64s} from '../slab.ts'
import {nodesMax, pairs} from './pairs.ts'
import {quickScorer} from './quickScorer.ts'
import type {Forest, Tree} from './tree.ts'

export type {Forest, Tree} from './tree.ts'

export function forestOf(trees: readonly Tree[]): Forest {
  const grown = trees.filter((tree) => tree.columns.length > 0)
  return grown.every((tree) => tree.columns.length <= nodesMax) ? pairs(grown) : quickScorer(grown)
}

/** For each row of `columns` values, how likely yes is, 0 to 1; 0 for rows that `candidates` leaves out. */
export function likelihoods(
  forest: Forest,
  values: Float32Array,
  {columns, candidates}: {columns: number; candidates?: Uint8Array},
): Float64Array {
  const rows = values.length / columns
  const likely = float64s(rows)
  for (let row = 0; row < rows; row++) {
    if (candidates && !candidates[row]) continue
    const sum = forest(values, row * columns)
    likely[row] = 1 / (1 + Math.exp(-sum))
  }
  return likely
}
