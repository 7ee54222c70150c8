/**
 * The best split of a leaf: the one that gains most on sites that it was not found on. The sites are dealt into parts,
 * and what a split is worth on each part is told with the values that the others give its leaves; one that rests on a
 * single site gains nothing on the others, and is not made.
 */
import {type BinnedColumn, type Bins, binsMax} from './bins.ts'

/** First and second derivative of the loss at each row. */
export type Slopes = {first: Float64Array; second: Float64Array}

export type Split = {column: number; bin: number; gain: number}

export type Search = {
  bins: Bins
  columns: readonly number[]
  slopes: Slopes
  /** For each row. */
  groups: Int32Array
  /** For each group, the part that it was dealt into. */
  parts: Uint8Array
  partCount: number
  /** A leaf holds at least this much weight. */
  leafWeightMin: number
  /** Draws leaves towards zero; in units of weight. */
  shrink: number
}

export function bestSplit(search: Search, rows: Int32Array): Split | undefined {
  const {bins, columns, partCount} = search
  const own = slopesOfRows(search, rows)
  const sums = {
    first: new Float64Array(binsMax * partCount),
    second: new Float64Array(binsMax * partCount),
  }
  let best: Split | undefined
  for (const column of columns) {
    addUp(sums, own, {codes: (bins[column] as BinnedColumn).codes, rows, partCount})
    const found = bestBin(sums, search)
    if (found && found.gain > (best?.gain ?? 0)) best = {column, ...found}
  }
  return best
}

/** The slopes of a leaf's rows and their parts, one after the other. */
function slopesOfRows({slopes, groups, parts}: Search, rows: Int32Array) {
  const own = {
    first: new Float64Array(rows.length),
    second: new Float64Array(rows.length),
    parts: new Uint8Array(rows.length),
  }
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index] as number
    own.first[index] = slopes.first[row] as number
    own.second[index] = slopes.second[row] as number
    own.parts[index] = parts[groups[row] as number] as number
  }
  return own
}

type Where = {codes: Uint8Array; rows: Int32Array; partCount: number}

/** Fills `sums`: for each bin, a sum for each part. */
function addUp(sums: Slopes, own: Slopes & {parts: Uint8Array}, where: Where): void {
  const {codes, rows, partCount} = where
  sums.first.fill(0)
  sums.second.fill(0)
  for (let index = 0; index < rows.length; index++) {
    const at = (codes[rows[index] as number] as number) * partCount + (own.parts[index] as number)
    sums.first[at] = (sums.first[at] as number) + (own.first[index] as number)
    sums.second[at] = (sums.second[at] as number) + (own.second[index] as number)
  }
}

function bestBin(
  sums: Slopes,
  {partCount, leafWeightMin, shrink}: Search,
): Omit<Split, 'column'> | undefined {
  const left = emptySide(partCount)
  const right = emptySide(partCount)
  for (let bin = 0; bin < binsMax; bin++) add(right, sums, {bin, sign: 1})
  const whole = gainOf(right, shrink)
  let best: Omit<Split, 'column'> | undefined
  for (let bin = 0; bin < binsMax - 1; bin++) {
    add(left, sums, {bin, sign: 1})
    add(right, sums, {bin, sign: -1})
    if (left.weight < leafWeightMin || right.weight < leafWeightMin) continue
    const gain = gainOf(left, shrink) + gainOf(right, shrink) - whole
    if (gain > (best?.gain ?? 0)) best = {bin, gain}
  }
  return best
}

/** What is on one side of a split: for each part, and in all. */
type Side = Slopes & {slope: number; weight: number}

function emptySide(partCount: number): Side {
  return {
    first: new Float64Array(partCount),
    second: new Float64Array(partCount),
    slope: 0,
    weight: 0,
  }
}

type Step = {bin: number; sign: 1 | -1}

function add(side: Side, sums: Slopes, {bin, sign}: Step): void {
  const partCount = side.first.length
  for (let part = 0; part < partCount; part++) {
    const first = sign * (sums.first[bin * partCount + part] as number)
    const second = sign * (sums.second[bin * partCount + part] as number)
    side.first[part] = (side.first[part] as number) + first
    side.second[part] = (side.second[part] as number) + second
    side.slope += first
    side.weight += second
  }
}

/** Twice the loss that a leaf saves on each part with the value that the other parts give it. */
function gainOf({first, second, slope, weight}: Side, shrink: number): number {
  let gain = 0
  for (let part = 0; part < first.length; part++) {
    const [own, ownWeight] = [first[part] as number, second[part] as number]
    const value = (own - slope) / (weight - ownWeight + shrink)
    gain -= 2 * own * value + ownWeight * value * value
  }
  return gain
}
