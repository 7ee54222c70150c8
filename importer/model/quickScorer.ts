/**
 * QuickScorer, Lucchese and others, 2015: all trees, sorted by the columns that they ask for instead of tree by tree. A
 * row does not walk from node to node, which no processor foresees. Of each column it passes the thresholds that its
 * value exceeds, and each of them strikes out the leaves on the left of its node; of the leaves that are left of a tree,
 * the first is the row's.
 */
import type {Forest, Tree} from './tree.ts'

type Nodes = {
  columns: Uint16Array
  /** For each column, behind the last of its thresholds; they ascend. */
  ends: Int32Array
  thresholds: Float32Array
  /** For each threshold, its tree, and the leaves that stay where it is exceeded. */
  treeOf: Uint16Array
  staying: Int32Array
}

/** The leaves of a tree are the bits of a word. */
const leavesMax = 32

export function quickScorer(trees: readonly Tree[]): Forest {
  const leavesEach = trees.reduce((most, {leaves}) => Math.max(most, leaves.length), 1)
  if (leavesEach > leavesMax) throw new Error(`A tree has ${leavesMax} leaves at most.`)
  /** `leavesEach` a tree, from left to right. */
  const leaves = new Float64Array(trees.length * leavesEach)
  const asked = trees.flatMap((tree, at) => {
    const {nodes, order} = nodesOf(tree)
    leaves.set(order, at * leavesEach)
    return nodes.map((node) => ({...node, tree: at}))
  })
  const nodes = sorted(asked)
  const left = new Int32Array(trees.length)
  return (values, from) => {
    strikeOut(nodes, {values, from}, left.fill(-1))
    let sum = 0
    for (let tree = 0; tree < left.length; tree++) {
      const bits = left[tree] as number
      const first = 31 - Math.clz32(bits & -bits)
      sum += leaves[tree * leavesEach + first] as number
    }
    return sum
  }
}

type Node = {column: number; threshold: number; staying: number}

/** The nodes of a tree, and its leaves from left to right. */
function nodesOf(tree: Tree): {nodes: Node[]; order: number[]} {
  const nodes: Node[] = []
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
    nodes.push({column, threshold, staying})
    visit(tree.right[child] as number)
  }
  visit(0)
  return {nodes, order}
}

function sorted(asked: readonly (Node & {tree: number})[]): Nodes {
  const nodes = asked.toSorted(
    (one, other) => one.column - other.column || one.threshold - other.threshold,
  )
  const columns = [...new Set(nodes.map(({column}) => column))]
  return {
    columns: Uint16Array.from(columns),
    ends: Int32Array.from(columns, (of) => nodes.findLastIndex(({column}) => column === of) + 1),
    thresholds: Float32Array.from(nodes, ({threshold}) => threshold),
    treeOf: Uint16Array.from(nodes, ({tree}) => tree),
    staying: Int32Array.from(nodes, ({staying}) => staying),
  }
}

/** Leaves in `left`, for each tree, the bits of the leaves that the row can still reach. */
function strikeOut(
  {columns, ends, thresholds, treeOf, staying}: Nodes,
  {values, from}: {values: Float32Array; from: number},
  left: Int32Array,
): void {
  let node = 0
  for (let at = 0; at < columns.length; at++) {
    const value = values[from + (columns[at] as number)] as number
    const end = ends[at] as number
    for (; node < end && value > (thresholds[node] as number); node++) {
      const tree = treeOf[node] as number
      left[tree] = (left[tree] as number) & (staying[node] as number)
    }
    node = end
  }
}
