import {describe, expect, test} from '@jest/globals'
import fc from 'fast-check'
import {forestOf, likelihoods, type Tree} from '../../../importer/model/trees.ts'

const columns = 3
const values = fc.float({min: -4, max: 4, noNaN: true})

/** A tree that splits one leaf after the other, so many times at most. */
const treeOf = (maxLength: number): fc.Arbitrary<Tree> =>
  fc
    .array(fc.tuple(fc.nat({max: 1000}), fc.nat({max: columns - 1}), values), {maxLength})
    .map(grown)

function grown(splits: [pick: number, column: number, threshold: number][]): Tree {
  const tree = {columns: [] as number[], thresholds: [] as number[], leaves: [1]}
  const children: [left: number, right: number][] = []
  for (const [pick, column, threshold] of splits) {
    const leaf = pick % tree.leaves.length
    const node = tree.columns.push(column) - 1
    tree.thresholds.push(threshold)
    tree.leaves.push(tree.leaves.length + 1)
    for (const pair of children) {
      for (const side of [0, 1] as const) if (pair[side] === -leaf - 1) pair[side] = node
    }
    children.push([-leaf - 1, -tree.leaves.length])
  }
  return {
    ...tree,
    left: children.map(([left]) => left),
    right: children.map(([, right]) => right),
  }
}

/** From node to node, as the shape of a tree says. */
function walked(trees: readonly Tree[], row: readonly number[]): number {
  let sum = 0
  for (const {columns, thresholds, left, right, leaves} of trees) {
    if (columns.length === 0) continue
    let node = 0
    while (node >= 0) {
      const below = (row[columns[node] as number] as number) <= (thresholds[node] as number)
      node = (below ? left[node] : right[node]) as number
    }
    sum += leaves[-node - 1] as number
  }
  return 1 / (1 + Math.exp(-sum))
}

describe('A forest', () => {
  test.each([1, 2, 3, 31])('says what a walk through trees of %d nodes says', (nodes) => {
    const rows = fc.array(fc.array(values, {minLength: columns, maxLength: columns}))
    fc.assert(
      fc.property(fc.array(treeOf(nodes), {maxLength: 6}), rows, (trees, rows) => {
        const matrix = Float32Array.from(rows.flat())
        const likely = likelihoods(forestOf(trees), matrix, {columns})
        expect([...likely]).toEqual(rows.map((row) => walked(trees, row)))
      }),
    )
  })

  test('leaves out rows that are no candidates', () => {
    const stump: Tree = {columns: [0], thresholds: [1], left: [-1], right: [-2], leaves: [-9, 9]}
    const candidates = Uint8Array.of(0, 1)
    const likely = likelihoods(forestOf([stump]), Float32Array.of(2, 2), {columns: 1, candidates})
    expect(likely[0]).toBe(0)
    expect(likely[1]).toBeGreaterThan(0.99)
  })

  test('refuses a tree of more leaves than a word has bits', () => {
    const chain = Array.from({length: 32}, (_, at) => at)
    const tree: Tree = {
      columns: chain.map(() => 0),
      thresholds: chain,
      left: chain.map((at) => -at - 1),
      right: chain.map((at) => (at === 31 ? -33 : at + 1)),
      leaves: [...chain, 32],
    }
    expect(() => forestOf([tree])).toThrow('32 leaves')
  })
})
