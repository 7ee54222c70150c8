/**
 * Table → model: first the trees for the body, then those for the headline, which look at what the first ones found.
 */

import {candidatesOf} from '../../importer/model/candidates.ts'
import {bodyColumns, headlineColumns} from '../../importer/model/columns.ts'
import {addHeadlineFeatures, bodyColumnCount, columns} from '../../importer/model/features/index.ts'
import {guessBody} from '../../importer/model/features/likely.ts'
import {type Forest, forestOf, likelihoods, type Tree} from '../../importer/model/trees.ts'
import {binColumn} from './bins.ts'
import {type BoostOptions, boost} from './boost.ts'
import {type Page, shortView} from './corpus.ts'
import type {Table} from './prepare.ts'
import {fork, type Random} from './random.ts'

/** Few small trees: what a feature says with one or two others carries over to other sites, what it says with ten does not. */
const bodyOptions: BoostOptions = {
  rounds: 400,
  rate: 0.05,
  leavesMax: 3,
  leafWeightMin: 12,
  shrink: 20,
  columnShare: 0.2,
  groupShare: 0.7,
  partCount: 20,
  pullMax: 2,
}

const headlineOptions: BoostOptions = {
  rounds: 160,
  rate: 0.1,
  leavesMax: 8,
  leafWeightMin: 4,
  shrink: 6,
  columnShare: 0.3,
  groupShare: 0.7,
  partCount: 20,
  pullMax: Number.POSITIVE_INFINITY,
}

/** Which rows train: a row's fold is given. */
export type Chosen = (fold: number) => boolean

export function fitBody(table: Table, parts: {chosen: Chosen; random: Random}): Tree[] {
  const {bins, labels, folds, groups, pageOf, pages} = table
  const answers = Uint8Array.from(labels, (label) => (label === 'B' ? 1 : 0))
  const weights = bodyWeights(table).map((weight, row) => {
    if (!parts.chosen(folds[row] as number) || labels[row] === 'b') return 0
    return pages[pageOf[row] as number]?.view === shortView ? weight * shortWeight : weight
  })
  return boost({bins, columns: bodyColumns, answers, weights, groups}, bodyOptions, parts.random)
}

/** Short stories are there to be learnt, however unlike the others they are. */
const shortWeight = 1.5

const sizeMax = 400
/** Between weighing each line the same (0) and each page the same (1). */
const pageBalance = 0.8
const weightScale = 70

/** A long line weighs more than a short one, but a long page not as much more. */
function bodyWeights({sizes, pageOf, pages}: Table): Float32Array {
  return sizes.map((size, row) => {
    const lines = pages[pageOf[row] as number]?.labels.length ?? 1
    return (Math.sqrt(Math.min(size, sizeMax)) / lines ** pageBalance) * weightScale
  })
}

/** Of pages that begin with their headline there is little to learn, and nothing more of further cuts of them. */
const cutPageWeight = 0.08

function headlinePageWeight({view, labels}: Page): number {
  if (view === 'pages') return 1
  if (view === shortView && labels[0] !== 'T') return 1
  return view === 'labelled' ? cutPageWeight : 0
}

const headlineWeight = 10

/** `likely`: for each row, what a model that did not train on its page found for the body. */
export function fitHeadline(
  table: Table,
  likely: Float64Array,
  parts: {chosen: Chosen; random: Random},
): Tree[] {
  const {labels, folds, groups, pageOf, pages} = table
  const answers = Uint8Array.from(labels, (label) => (label === 'T' ? 1 : 0))
  const {values, candidates} = withHeadlineFeatures(table, likely)
  const weights = Float32Array.from(labels, (label, row) => {
    if (!candidates[row] || !parts.chosen(folds[row] as number)) return 0
    const page = pages[pageOf[row] as number] as Page
    return headlinePageWeight(page) * (label === 'T' ? headlineWeight : 1)
  })
  const bins = [...table.bins]
  for (let column = bodyColumnCount; column < columns.length; column++) {
    bins[column] = binColumn(values, columns.length, column)
  }
  return boost(
    {bins, columns: headlineColumns, answers, weights, groups},
    headlineOptions,
    // The body's figures are not to move when the headline sees other columns.
    fork(parts.random),
  )
}

function withHeadlineFeatures({views, offsets, values}: Table, likely: Float64Array) {
  const filled = values.slice()
  const candidates = new Uint8Array(likely.length)
  for (const [index, view] of views.entries()) {
    const from = offsets[index] as number
    const to = from + view.lines.length
    const found = likely.subarray(from, to)
    const guess = guessBody(view, found)
    const own = candidatesOf(view, guess)
    candidates.set(own, from)
    const rows = filled.subarray(from * columns.length, to * columns.length)
    addHeadlineFeatures(view, rows, {guess, candidates: own})
  }
  return {values: filled, candidates}
}

/** For each row, the likelihood from the forest of its fold. */
export function likelihoodsByFold(
  {values, folds}: Table,
  forests: ReadonlyMap<number, Forest>,
): Float64Array {
  const all = new Float64Array(folds.length)
  for (const [fold, forest] of forests) {
    const likely = likelihoods(forest, values, {columns: columns.length})
    for (let row = 0; row < folds.length; row++) {
      if (folds[row] === fold) all[row] = likely[row] as number
    }
  }
  return all
}

/** For each fold, the body's forest that did not see it. */
export function crossFitBody(table: Table, chosen: Chosen, random: Random): Map<number, Forest> {
  const folds = [...new Set(table.folds)].filter(chosen).sort((one, other) => one - other)
  return new Map(
    folds.map((fold) => [
      fold,
      forestOf(fitBody(table, {chosen: (other) => chosen(other) && other !== fold, random})),
    ]),
  )
}
