/**
 * Table → model: first the trees for the body, then those for the headline, which look at what the first ones found.
 */
import {bodyColumns, headlineColumns} from '../../importer/model/columns.ts'
import {addLikelihoods, columns} from '../../importer/model/features/index.ts'
import {likelyColumns} from '../../importer/model/features/likely.ts'
import {type Forest, forestOf, likelihoods, type Tree} from '../../importer/model/trees.ts'
import {binColumn} from './bins.ts'
import {type BoostOptions, boost} from './boost.ts'
import type {Table} from './prepare.ts'
import type {Random} from './random.ts'

/** Trees of one split first: what each feature says by itself carries over to other sites best. */
const bodyStages: readonly BoostOptions[] = [
  {
    rounds: 320,
    rate: 0.12,
    leavesMax: 2,
    leafWeightMin: 8,
    shrink: 10,
    columnShare: 0.15,
    groupShare: 0.7,
  },
  {
    rounds: 120,
    rate: 0.06,
    leavesMax: 5,
    leafWeightMin: 12,
    shrink: 20,
    columnShare: 0.2,
    groupShare: 0.6,
  },
]

const headlineOptions: BoostOptions = {
  rounds: 260,
  rate: 0.06,
  leavesMax: 8,
  leafWeightMin: 4,
  shrink: 6,
  columnShare: 0.3,
  groupShare: 0.7,
}

/** Which rows train: a row's fold is given. */
export type Chosen = (fold: number) => boolean

export function fitBody(table: Table, chosen: Chosen, random: Random): Tree[] {
  const {bins, labels, folds, groups} = table
  const weights = bodyWeights(table).map((weight, row) =>
    chosen(folds[row] as number) && labels[row] !== 'b' ? weight : 0,
  )
  const answers = Uint8Array.from(labels, (label) => (label === 'B' ? 1 : 0))
  return boost({bins, columns: bodyColumns, answers, weights, groups}, bodyStages, random)
}

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

/** Of pages that begin with their headline there is little to learn. */
const cutPageWeight = 0.08
const headlineWeight = 10

/** `likely`: for each row, what a model that did not train on its page found for the body. */
export function fitHeadline(
  table: Table,
  likely: Float64Array,
  parts: {chosen: Chosen; random: Random},
): Tree[] {
  const {labels, folds, groups, pageOf, pages} = table
  const answers = Uint8Array.from(labels, (label) => (label === 'T' ? 1 : 0))
  const weights = Float32Array.from(labels, (label, row) => {
    if (!parts.chosen(folds[row] as number)) return 0
    const page = pages[pageOf[row] as number]?.view === 'pages' ? 1 : cutPageWeight
    return page * (label === 'T' ? headlineWeight : 1)
  })
  const bins = [...table.bins]
  const values = withLikelihoods(table, likely)
  for (const name of likelyColumns) {
    const column = columns.indexOf(name)
    bins[column] = binColumn(values, columns.length, column)
  }
  return boost(
    {bins, columns: headlineColumns, answers, weights, groups},
    [headlineOptions],
    parts.random,
  )
}

function withLikelihoods({views, offsets, values}: Table, likely: Float64Array): Float32Array {
  const filled = values.slice()
  for (const [index, view] of views.entries()) {
    const from = offsets[index] as number
    const to = from + view.lines.length
    const own = filled.subarray(from * columns.length, to * columns.length)
    addLikelihoods(view, own, likely.subarray(from, to))
  }
  return filled
}

/** For each row, the likelihood from the forest of its fold. */
export function likelihoodsByFold(
  {values, folds}: Table,
  forests: ReadonlyMap<number, Forest>,
): Float64Array {
  const all = new Float64Array(folds.length)
  for (const [fold, forest] of forests) {
    const likely = likelihoods(forest, values, columns.length)
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
      forestOf(fitBody(table, (other) => chosen(other) && other !== fold, random)),
    ]),
  )
}
