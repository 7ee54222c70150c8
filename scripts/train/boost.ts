/**
 * Gradient-boosted trees for yes-or-no questions, over binned features: small trees, each grown on a random share of
 * the groups and of the features, so that no one site's habits carry the model.
 */
import type {Tree} from '../../importer/model/trees.ts'
import type {BinnedColumn, Bins} from './bins.ts'
import type {Random} from './random.ts'
import {bestSplit, type Slopes, type Split} from './splits.ts'

export type Samples = {
  bins: Bins
  /** The columns that the trees may look at. */
  columns: readonly number[]
  /** 1 for yes, 0 for no. */
  answers: Uint8Array
  /** Rows of no weight are left out. */
  weights: Float32Array
  /** Rows of one group are drawn together. */
  groups: Int32Array
}

export type BoostOptions = {
  rounds: number
  rate: number
  /** Leaves a tree. */
  leavesMax: number
  /** A leaf holds at least this much weight. */
  leafWeightMin: number
  /** Draws leaves towards zero; in units of weight. */
  shrink: number
  /** Of the columns, and of the groups, that one tree sees. */
  columnShare: number
  groupShare: number
  /** The groups are dealt into so many parts, anew for each tree: a split has to hold on all of them. */
  partCount: number
  /** No group pulls at the trees more than so many times as much as the one in the middle. */
  pullMax: number
}

/** Trees whose sum is the log-odds of yes. */
export function boost(samples: Samples, options: BoostOptions, random: Random): Tree[] {
  const {bins, groups} = samples
  const groupCount = groups.reduce((most, group) => Math.max(most, group), 0) + 1
  const scores = new Float64Array(samples.answers.length)
  const trees: Tree[] = []
  for (let round = 0; round < options.rounds; round++) {
    const rows = drawRows(samples, options.groupShare, random)
    const columns = samples.columns.filter(() => random() < options.columnShare)
    const parts = dealParts(groupCount, options.partCount, random)
    const slopes = slopesOf(samples, scores)
    limitPulls(slopes, {groups, groupCount, pullMax: options.pullMax})
    const tree = grow({bins, rows, columns, slopes, groups, parts, options})
    addTree(tree, bins, scores)
    trees.push(withThresholds(tree, bins))
  }
  return trees
}

function slopesOf({answers, weights}: Samples, scores: Float64Array): Slopes {
  const first = new Float64Array(scores.length)
  const second = new Float64Array(scores.length)
  for (let row = 0; row < scores.length; row++) {
    const likely = 1 / (1 + Math.exp(-(scores[row] as number)))
    const weight = weights[row] as number
    first[row] = weight * (likely - (answers[row] as number))
    second[row] = weight * likely * (1 - likely)
  }
  return {first, second}
}

type Pulls = {groups: Int32Array; groupCount: number; pullMax: number}

/**
 * Limits what a group pulls, in place: where no tree finds what the labels say, its rows would pull at every one, until it
 * is learnt by heart.
 */
function limitPulls({first, second}: Slopes, {groups, groupCount, pullMax}: Pulls): void {
  const pulls = new Float64Array(groupCount)
  for (let row = 0; row < groups.length; row++) {
    const group = groups[row] as number
    pulls[group] = (pulls[group] as number) + Math.abs(first[row] as number)
  }
  const pulling = pulls.filter((pull) => pull > 0).sort()
  const most = pullMax * (pulling[pulling.length >> 1] ?? 0)
  for (let row = 0; row < groups.length; row++) {
    const pull = pulls[groups[row] as number] as number
    if (pull <= most) continue
    first[row] = ((first[row] as number) * most) / pull
    second[row] = ((second[row] as number) * most) / pull
  }
}

/** For each group, its part. */
function dealParts(groupCount: number, count: number, random: Random): Uint8Array {
  const parts = new Uint8Array(groupCount)
  for (let group = 0; group < groupCount; group++) parts[group] = Math.floor(random() * count)
  return parts
}

function drawRows({groups, weights}: Samples, share: number, random: Random): Int32Array {
  const chosen = new Map<number, boolean>()
  const rows: number[] = []
  for (let row = 0; row < groups.length; row++) {
    if (weights[row] === 0) continue
    const group = groups[row] as number
    let taken = chosen.get(group)
    if (taken === undefined) {
      taken = random() < share
      chosen.set(group, taken)
    }
    if (taken) rows.push(row)
  }
  return Int32Array.from(rows)
}

/** A tree over bins: a row goes left where its bin is at most the split's. */
type BinTree = {
  columns: number[]
  bins: number[]
  left: number[]
  right: number[]
  leaves: number[]
}

type Growth = {
  bins: Bins
  rows: Int32Array
  columns: readonly number[]
  slopes: Slopes
  groups: Int32Array
  /** For each group. */
  parts: Uint8Array
  options: BoostOptions
}

/** The split is looked for once it may be needed. */
type Leaf = {rows: Int32Array; parent: number; side: 'left' | 'right'; split: Split | undefined}

/** Splits the leaf that gains most, until there are leaves enough. Leaves are named by negative numbers. */
function grow(growth: Growth): BinTree {
  const tree: BinTree = {columns: [], bins: [], left: [], right: [], leaves: []}
  const {options} = growth
  const search = {...options, ...growth}
  const open: Leaf[] = [leafOf(growth.rows, {parent: -1, side: 'left'})]
  while (open.length < options.leavesMax) {
    for (const leaf of open) leaf.split ??= bestSplit(search, leaf.rows)
    const best = open.reduce((one, other) => (gainOf(other) > gainOf(one) ? other : one))
    if (!best.split) break
    const node = tree.columns.push(best.split.column) - 1
    tree.bins.push(best.split.bin)
    tree.left.push(0)
    tree.right.push(0)
    attach(tree, best, node)
    const [left, right] = divide(growth.bins, best.rows, best.split)
    open.splice(open.indexOf(best), 1)
    open.push(leafOf(left, {parent: node, side: 'left'}))
    open.push(leafOf(right, {parent: node, side: 'right'}))
  }
  for (const leaf of open) {
    tree.leaves.push(leafValue(leaf.rows, growth))
    attach(tree, leaf, -tree.leaves.length)
  }
  return tree
}

function gainOf(leaf: Leaf): number {
  return leaf.split?.gain ?? 0
}

function leafOf(rows: Int32Array, at: Pick<Leaf, 'parent' | 'side'>): Leaf {
  return {rows, ...at, split: undefined}
}

function attach(tree: BinTree, leaf: Leaf, target: number): void {
  if (leaf.parent >= 0) tree[leaf.side][leaf.parent] = target
}

function divide(bins: Bins, rows: Int32Array, {column, bin}: Split): [Int32Array, Int32Array] {
  const codes = (bins[column] as BinnedColumn).codes
  return [
    rows.filter((row) => (codes[row] as number) <= bin),
    rows.filter((row) => (codes[row] as number) > bin),
  ]
}

function leafValue(rows: Int32Array, {slopes, options}: Growth): number {
  let first = 0
  let second = 0
  for (const row of rows) {
    first += slopes.first[row] as number
    second += slopes.second[row] as number
  }
  return (-options.rate * first) / (second + options.shrink)
}

function addTree(tree: BinTree, bins: Bins, scores: Float64Array): void {
  for (let row = 0; row < scores.length; row++) {
    let node = tree.columns.length === 0 ? -1 : 0
    while (node >= 0) {
      const code = bins[tree.columns[node] as number]?.codes[row] as number
      node = (code <= (tree.bins[node] as number) ? tree.left[node] : tree.right[node]) as number
    }
    scores[row] = (scores[row] as number) + (tree.leaves[-node - 1] as number)
  }
}

function withThresholds({columns, bins: codes, left, right, leaves}: BinTree, bins: Bins): Tree {
  const thresholds = columns.map(
    (column, node) => bins[column]?.edges[codes[node] as number] as number,
  )
  return {columns, thresholds, left, right, leaves}
}
