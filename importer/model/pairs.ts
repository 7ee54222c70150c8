/**
 * Trees of one node or two. A row asks both, whatever the first one says, and the two answers name its leaf: which way a
 * row goes is what no processor foresees.
 */
import type {Forest, Tree} from './tree.ts'

export const nodesMax = 2

export function pairs(trees: readonly Tree[]): Forest {
  // Of each tree its two nodes, and its leaf for each pair of answers.
  const columns = Uint16Array.from(trees.flatMap((tree) => both(tree.columns)))
  const thresholds = Float32Array.from(trees.flatMap((tree) => both(tree.thresholds)))
  const leaves = Float64Array.from(trees.flatMap((tree) => answers.map((to) => leafOf(tree, to))))
  return (values, from) => {
    let sum = 0
    for (let node = 0; node < columns.length; node += 2) {
      const one = columns[node] as number
      const other = columns[node + 1] as number
      const first = +((values[from + one] as number) > (thresholds[node] as number))
      const second = +((values[from + other] as number) > (thresholds[node + 1] as number))
      sum += leaves[node * 2 + first * 2 + second] as number
    }
    return sum
  }
}

type Answers = readonly [first: boolean, second: boolean]

/** In the order of their numbers: whether the row exceeds the thresholds. */
const answers: readonly Answers[] = [
  [false, false],
  [false, true],
  [true, false],
  [true, true],
]

/** A tree of one node asks it twice. */
function both(values: readonly number[]): [number, number] {
  const [first = 0, second = first] = values
  return [first, second]
}

function leafOf({left, right, leaves}: Tree, to: Answers): number {
  let node = 0
  while (node >= 0) node = (to[node] ? right[node] : left[node]) as number
  return leaves[-node - 1] as number
}
