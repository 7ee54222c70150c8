/**
 * Boosted trees: a sum of small trees is the log-odds of yes.
 */

/** One tree. A row goes left where its value is at most the threshold; a negative child -n is leaf n - 1. */
export type Tree = {
  columns: readonly number[]
  thresholds: readonly number[]
  left: readonly number[]
  right: readonly number[]
  leaves: readonly number[]
}

/** All trees in a few flat arrays, which is what makes walking them fast. */
export type Forest = {
  /** For each tree, its first node. */
  roots: Int32Array
  columns: Uint16Array
  thresholds: Float32Array
  left: Int32Array
  right: Int32Array
  leaves: Float64Array
}

export function forestOf(trees: readonly Tree[]): Forest {
  const grown = trees.filter((tree) => tree.columns.length > 0)
  const roots: number[] = []
  const columns: number[] = []
  const thresholds: number[] = []
  const left: number[] = []
  const right: number[] = []
  const leaves: number[] = []
  for (const tree of grown) {
    const node = columns.length
    const leaf = leaves.length
    const moved = (child: number) => (child >= 0 ? child + node : child - leaf)
    roots.push(node)
    columns.push(...tree.columns)
    thresholds.push(...tree.thresholds)
    left.push(...tree.left.map(moved))
    right.push(...tree.right.map(moved))
    leaves.push(...tree.leaves)
  }
  return {
    roots: Int32Array.from(roots),
    columns: Uint16Array.from(columns),
    thresholds: Float32Array.from(thresholds),
    left: Int32Array.from(left),
    right: Int32Array.from(right),
    leaves: Float64Array.from(leaves),
  }
}

/** For each row of `columns` values, how likely yes is, 0 to 1; 0 for rows that `candidates` leaves out. */
export function likelihoods(
  forest: Forest,
  values: Float32Array,
  {columns, candidates}: {columns: number; candidates?: Uint8Array},
): Float64Array {
  const rows = values.length / columns
  const likely = new Float64Array(rows)
  for (let row = 0; row < rows; row++) {
    if (candidates && !candidates[row]) continue
    likely[row] = 1 / (1 + Math.exp(-scoreOf(forest, values, row * columns)))
  }
  return likely
}

function scoreOf(forest: Forest, values: Float32Array, offset: number): number {
  const {roots, columns, thresholds, left, right, leaves} = forest
  let score = 0
  for (let tree = 0; tree < roots.length; tree++) {
    let node = roots[tree] as number
    while (node >= 0) {
      const value = values[offset + (columns[node] as number)] as number
      node = (value <= (thresholds[node] as number) ? left[node] : right[node]) as number
    }
    score += leaves[-node - 1] as number
  }
  return score
}
