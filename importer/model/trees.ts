/**
 * Boosted trees: a sum of small trees is the log-odds of yes.
 */
import {float64s, int32s} from '../slab.ts'

/** One tree. A row goes left where its value is at most the threshold; a negative child -n is leaf n - 1. */
export type Tree = {
  columns: readonly number[]
  thresholds: readonly number[]
  left: readonly number[]
  right: readonly number[]
  leaves: readonly number[]
}

/**
 * All trees, sorted by the columns that they ask for instead of tree by tree: QuickScorer, Lucchese and others, 2015.
 * A row does not walk from node to node, which no processor foresees. Of each column it passes the thresholds that its
 * value exceeds, and each of them strikes out the leaves on the left of its node; of the leaves that are left of a tree,
 * the first is the row's.
 */
export type Forest = {
  trees: number
  columns: Uint16Array
  /** For each column, behind the last of its thresholds; they ascend. */
  ends: Int32Array
  thresholds: Float32Array
  /** For each threshold, its tree, and the leaves that stay where it is exceeded. */
  treeOf: Uint16Array
  staying: Int32Array
  /** `leavesEach` a tree, from left to right. */
  leaves: Float64Array
  leavesEach: number
}

/** The leaves of a tree are the bits of a word. */
const leavesMax = 32

export function forestOf(trees: readonly Tree[]): Forest {
  const grown = trees.filter((tree) => tree.columns.length > 0)
  const leavesEach = grown.reduce((most, {leaves}) => Math.max(most, leaves.length), 1)
  if (leavesEach > leavesMax) throw new Error(`A tree has ${leavesMax} leaves at most.`)
  const leaves = new Float64Array(grown.length * leavesEach)
  const nodes = grown.flatMap((tree, at) => {
    const {asked, order} = nodesOf(tree)
    for (const [place, leaf] of order.entries()) leaves[at * leavesEach + place] = leaf
    return asked.map((node) => ({...node, tree: at}))
  })
  nodes.sort((one, other) => one.column - other.column || one.threshold - other.threshold)
  const columns = [...new Set(nodes.map(({column}) => column))]
  return {
    trees: grown.length,
    columns: Uint16Array.from(columns),
    ends: Int32Array.from(columns, (of) => nodes.findLastIndex(({column}) => column === of) + 1),
    thresholds: Float32Array.from(nodes, ({threshold}) => threshold),
    treeOf: Uint16Array.from(nodes, ({tree}) => tree),
    staying: Int32Array.from(nodes, ({staying}) => staying),
    leaves,
    leavesEach,
  }
}

type Node = {column: number; threshold: number; staying: number}

/** The nodes of a tree, and its leaves from left to right. */
function nodesOf(tree: Tree): {asked: Node[]; order: number[]} {
  const asked: Node[] = []
  const order: number[] = []
  const visit = (child: number) => {
    if (child < 0) {
      order.push(tree.leaves[-child - 1] as number)
      return
    }
    const from = order.length
    visit(tree.left[child] as number)
    let staying = -1
    for (let leaf = from; leaf < order.length; leaf++) staying &= ~(1 << leaf)
    const [column, threshold] = [tree.columns[child] as number, tree.thresholds[child] as number]
    asked.push({column, threshold, staying})
    visit(tree.right[child] as number)
  }
  visit(0)
  return {asked, order}
}

/** For each row of `columns` values, how likely yes is, 0 to 1; 0 for rows that `candidates` leaves out. */
export function likelihoods(
  forest: Forest,
  values: Float32Array,
  {columns, candidates}: {columns: number; candidates?: Uint8Array},
): Float64Array {
  const rows = values.length / columns
  const likely = float64s(rows)
  const left = int32s(forest.trees)
  for (let row = 0; row < rows; row++) {
    if (candidates && !candidates[row]) continue
    strikeOut(forest, values.subarray(row * columns, (row + 1) * columns), left)
    likely[row] = 1 / (1 + Math.exp(-sumOf(forest, left)))
  }
  return likely
}

/** Leaves in `left`, for each tree, the bits of the leaves that the row can still reach. */
function strikeOut(
  {columns, ends, thresholds, treeOf, staying}: Forest,
  row: Float32Array,
  left: Int32Array,
): void {
  left.fill(-1)
  let node = 0
  for (let at = 0; at < columns.length; at++) {
    const value = row[columns[at] as number] as number
    const end = ends[at] as number
    for (; node < end && value > (thresholds[node] as number); node++) {
      const tree = treeOf[node] as number
      left[tree] = (left[tree] as number) & (staying[node] as number)
    }
    node = end
  }
}

function sumOf({trees, leaves, leavesEach}: Forest, left: Int32Array): number {
  let sum = 0
  for (let tree = 0; tree < trees; tree++) {
    const bits = left[tree] as number
    const first = 31 - Math.clz32(bits & -bits)
    sum += leaves[tree * leavesEach + first] as number
  }
  return sum
}
