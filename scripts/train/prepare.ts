/**
 * Pages → one table of rows: features, answers, and the folds that cross-validation keeps apart.
 */
import {columns, featuresOf} from '../../importer/model/features/index.ts'
import {type View, viewOf} from '../../importer/model/view.ts'
import {type Bins, bin} from './bins.ts'
import type {Page} from './corpus.ts'
import type {Random} from './random.ts'
import type {Label} from './row.ts'

export type Table = {
  pages: readonly Page[]
  views: readonly View[]
  /** Row of the first line of each page. */
  offsets: readonly number[]
  values: Float32Array
  bins: Bins
  labels: readonly (Label | undefined)[]
  /** Units of text of each row. */
  sizes: Float32Array
  /** For each row, the index of its page. */
  pageOf: Int32Array
  /** For each row, the number that its site or file has. */
  groups: Int32Array
  /** For each row. */
  folds: Int32Array
}

export type Grouping = {
  groups: ReadonlyMap<string, number>
  foldCount: number
}

export function prepare(pages: readonly Page[], grouping: Grouping, random: Random): Table {
  const views = pages.map(({shapes}) => viewOf(shapes))
  const offsets: number[] = []
  let rows = 0
  for (const {lines} of views) {
    offsets.push(rows)
    rows += lines.length
  }
  const values = new Float32Array(rows * columns.length)
  for (const [index, view] of views.entries()) {
    values.set(featuresOf(view), (offsets[index] as number) * columns.length)
  }
  const pageOf = Int32Array.from(pages.flatMap(({labels}, index) => labels.map(() => index)))
  const groups = pageOf.map((page) => grouping.groups.get(pages[page]?.name ?? '') ?? -1)
  const foldOf = dealFolds(grouping, random)
  return {
    pages,
    views,
    offsets,
    values,
    bins: bin(values, columns.length),
    labels: pages.flatMap(({labels}) => labels),
    sizes: Float32Array.from(views.flatMap(({lines}) => lines.map(({text}) => text.length))),
    pageOf,
    groups,
    folds: groups.map((group) => foldOf.get(group) ?? 0),
  }
}

/** Large groups first, each into the fold that has fewest pages yet. */
function dealFolds({groups, foldCount}: Grouping, random: Random): Map<number, number> {
  const sizes = new Map<number, number>()
  for (const group of groups.values()) sizes.set(group, (sizes.get(group) ?? 0) + 1)
  const order = [...sizes].map(([group, size]) => ({group, size, chance: random()}))
  order.sort((one, other) => other.size - one.size || one.chance - other.chance)
  const loads = new Array<number>(foldCount).fill(0)
  const foldOf = new Map<number, number>()
  for (const {group, size} of order) {
    const fold = loads.indexOf(Math.min(...loads))
    foldOf.set(group, fold)
    loads[fold] = (loads[fold] as number) + size
  }
  return foldOf
}
