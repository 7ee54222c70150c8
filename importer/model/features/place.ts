import {isIn, type View} from '../view.ts'
import type {FeatureGroup} from './group.ts'

const distanceMax = 40
/** Beyond these, being further down says nothing more. */
const indexMax = 60
const textMax = 3000
/** Lines looked at before and behind; few, since a line must not see that the file ends. */
const windows = [3, 6, 12] as const
const aheadMax = 5

/** Where the line stands in its file and to the main stretch of prose. */
export const place: FeatureGroup = {
  columns: [
    'index',
    'proseBefore',
    'sinceProse',
    'untilProse',
    'sinceEnd',
    'sinceRelated',
    ...windows.map((window) => `proseShareBefore${window}`),
    'proseShareAfter3',
    'proseShareAfter5',
    ...['Tolerant', 'Plain', 'Strict'].flatMap((name) => [
      `inside${name}`,
      `before${name}`,
      `behind${name}`,
      `textBehind${name}`,
      `weight${name}`,
    ]),
    'shared',
    'repeats',
    'openings',
    'firstWords',
    'strictOfTolerant',
    'plainOfTolerant',
  ],
  write(view, index, row) {
    row.put(Math.log1p(Math.min(index, indexMax)))
    row.put(Math.log1p(Math.min(view.proseBefore[index] as number, textMax)))
    row.put(sinceProse(view, index))
    row.put(untilProse(view, index))
    row.put(Math.min(view.sinceEnd[index] as number, distanceMax))
    row.put(Math.min(view.sinceRelated[index] as number, distanceMax))
    for (const window of windows) row.put(proseShare(view, index - window, index))
    row.put(proseShare(view, index + 1, index + 4))
    row.put(proseShare(view, index + 1, index + 1 + aheadMax))
    for (const stretch of view.stretches) {
      row.put(isIn(stretch, index) ? 1 : 0)
      row.put(Math.min(Math.max(stretch.from - index, 0), distanceMax))
      row.put(Math.min(Math.max(index - stretch.to + 1, 0), distanceMax))
      row.put(Math.log1p(Math.min(textBetween(view, stretch.to, index), textMax)))
      row.put(Math.log1p(Math.min(stretch.weight, textMax)))
    }
    row.put(view.shared[index] as number)
    row.put(view.repeats[index] as number)
    row.put(view.openings[index] as number)
    row.put(view.firstWords[index] as number)
    row.put(textOf(view, 2) / textOf(view, 0))
    row.put(textOf(view, 1) / textOf(view, 0))
  },
}

function sinceProse({prose}: View, index: number): number {
  for (let distance = 1; distance <= distanceMax && distance <= index; distance++) {
    if (prose[index - distance]) return distance
  }
  return distanceMax
}

function untilProse({prose}: View, index: number): number {
  for (let distance = 1; distance <= aheadMax; distance++) {
    if (prose[index + distance]) return distance
  }
  return aheadMax + 1
}

/** The share of prose among the text of the lines; lines that are not there count as empty. */
function proseShare({lines, proseBefore}: View, from: number, to: number): number {
  const first = Math.max(from, 0)
  const last = Math.min(to, lines.length)
  if (last <= first) return 0
  return ((proseBefore[last] as number) - (proseBefore[first] as number)) / ((to - from) * 200)
}

function textBetween({proseBefore}: View, from: number, to: number): number {
  return to <= from ? 0 : (proseBefore[to] as number) - (proseBefore[from] as number)
}

function textOf(view: View, stretch: number): number {
  const {from, to} = view.stretches[stretch] ?? {from: 0, to: 0}
  return Math.max(textBetween(view, from, to), 1)
}
