import {breaks, marks} from '../since.ts'
import type {View} from '../view.ts'
import type {FeatureGroup} from './group.ts'

const countMax = 3
const stampCountMax = 6
const labelCountMax = 20
const distanceMax = 40
/** Prose lines over which the words shared with the lead are averaged. */
const near = 4

/** What happened since the story began: a second byline or a run of other words begins another story. */
export const drift: FeatureGroup = {
  columns: [
    ...breaks.flatMap(([name]) => [`${name}Count`, `${name}Since`]),
    ...marks.map(([name]) => `${name}Since`),
    'stampCount',
    'labelCount',
    'labelSince',
    'labelRate',
    'leadShare',
    'leadShareAround',
    'leadShareAhead',
  ],
  write(view, index, row) {
    for (const {counts, distances} of view.sinceBreaks) {
      row.put(Math.min(counts[index] as number, countMax))
      row.put(Math.min(distances[index] as number, distanceMax))
    }
    for (const {distances} of view.sinceMarks) {
      row.put(Math.min(distances[index] as number, distanceMax))
    }
    row.put(Math.min(view.stamps.counts[index] as number, stampCountMax))
    const labels = view.labels.counts[index] as number
    row.put(Math.min(labels, labelCountMax))
    row.put(Math.min(view.labels.distances[index] as number, distanceMax))
    row.put(labels / Math.max(index - view.opening + 1, 1))
    row.put(view.leadShare[index] as number)
    row.put(averageShare(view, index, -1))
    row.put(averageShare(view, index, 1))
  },
}

/** The mean over the line and the prose lines next to it, upwards or downwards. */
function averageShare({leadShare, prose, lines}: View, index: number, step: 1 | -1): number {
  let sum = leadShare[index] as number
  let count = 1
  for (
    let at = index + step, left = 8;
    at >= 0 && at < lines.length && left > 0;
    at += step, left--
  ) {
    if (!prose[at] || count > near) continue
    sum += leadShare[at] as number
    count++
  }
  return sum / count
}
