import type {ImportRun} from '../../importer/documents.ts'

export type Count = 'created' | 'updated' | 'conflicts' | 'quarantined'

/** What the chart counts, from the ground up; the colours are readable in light and dark. */
export const counts: {name: Count; title: string; color: string}[] = [
  {name: 'created', title: 'Created', color: '#2f9e5b'},
  {name: 'updated', title: 'Updated', color: '#556bfc'},
  {name: 'conflicts', title: 'In conflict', color: '#d18f00'},
  {name: 'quarantined', title: 'Set aside', color: '#e5484d'},
]

/** A bar's piece, in shares of the chart: 0 is its top or left, 1 its bottom or right. */
export type Piece = {x: number; y: number; width: number; height: number; color: string}
export type Bar = {run: ImportRun; x: number; width: number; pieces: Piece[]}

const gapShare = 0.25
/** With fewer runs than this the bars stay narrow. */
const slotsMin = 20

/** Runs as stacked bars, oldest first; the highest bar fills the chart. */
export function bars(runs: readonly ImportRun[]): Bar[] {
  const highest = Math.max(1, ...runs.map(total))
  const step = 1 / Math.max(slotsMin, runs.length)
  return runs.map((run, at) => {
    const width = step * (1 - gapShare)
    const x = at * step + (step - width) / 2
    let top = 1
    const pieces = counts.flatMap(({name, color}) => {
      const height = (run[name] ?? 0) / highest
      if (height === 0) return []
      top -= height
      return [{x, y: top, width, height, color}]
    })
    return {run, x, width, pieces}
  })
}

function total(run: ImportRun): number {
  return counts.reduce((sum, {name}) => sum + (run[name] ?? 0), 0)
}
