/**
 * Values → bins: each column is cut at quantiles, so that a split is found by adding up a few dozen sums.
 */

/** One column: the bin of each row, and the edges between bins. A value goes into the first bin whose edge it does not exceed. */
export type BinnedColumn = {codes: Uint8Array; edges: readonly number[]}
export type Bins = readonly BinnedColumn[]

/** Bins a column at most. */
export const binsMax = 48

export function bin(values: Float32Array, columns: number): BinnedColumn[] {
  return Array.from({length: columns}, (_, column) => binColumn(values, columns, column))
}

export function binColumn(values: Float32Array, columns: number, column: number): BinnedColumn {
  const own = new Float32Array(values.length / columns)
  for (let row = 0; row < own.length; row++) own[row] = values[row * columns + column] as number
  const edges = edgesOf(own)
  return {codes: Uint8Array.from(own, (value) => codeOf(value, edges)), edges}
}

/** Halfway between neighbouring values, so that a rounded threshold parts them the same way. */
function edgesOf(values: Float32Array): number[] {
  const sorted = values.slice().sort()
  const distinct = sorted.filter((value, index) => index === 0 || value !== sorted[index - 1])
  const picked = distinct.length <= binsMax ? distinct : quantiles(withoutCrowd(sorted))
  return Array.from(picked.subarray(1), (value, index) => (value + (picked[index] as number)) / 2)
}

/** The most common value stands once: in most columns most lines have none of what is counted. */
function withoutCrowd(sorted: Float32Array): Float32Array {
  const crowd = {from: 0, to: 0}
  for (let from = 0; from < sorted.length; ) {
    let to = from + 1
    while (to < sorted.length && sorted[to] === sorted[from]) to++
    if (to - from > crowd.to - crowd.from) Object.assign(crowd, {from, to})
    from = to
  }
  return sorted.filter((_, index) => index <= crowd.from || index >= crowd.to)
}

function quantiles(sorted: Float32Array): Float32Array {
  const step = (sorted.length - 1) / (binsMax - 1)
  const picked = Array.from({length: binsMax}, (_, at) => sorted[Math.floor(at * step)] as number)
  return Float32Array.from(new Set(picked))
}

function codeOf(value: number, edges: readonly number[]): number {
  let low = 0
  let high = edges.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (value <= (edges[middle] as number)) high = middle
    else low = middle + 1
  }
  return low
}
