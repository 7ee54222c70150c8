import {absentOutline, outlineColumns} from '../outlines.ts'
import type {FeatureGroup} from './group.ts'

/** Few lines ahead: a line must not see that the file ends. */
const offsets = [-3, -2, -1, 1, 2, 3] as const
const blanksMax = 3

/** What the lines around it are like. */
export const neighbours: FeatureGroup = {
  columns: [
    'blanksBefore',
    'blanksAfter',
    ...offsets.flatMap((offset) => outlineColumns.map((name) => `${name}${offset}`)),
  ],
  write({lines, outlines}, index, row) {
    row.put(Math.min(lines[index]?.blanksBefore ?? 0, blanksMax))
    row.put(Math.min(lines[index + 1]?.blanksBefore ?? 0, blanksMax))
    for (const offset of offsets) {
      const isThere = index + offset >= 0 && index + offset < lines.length
      const from = isThere ? (index + offset) * outlineColumns.length : 0
      const outline = isThere ? outlines : absentOutline
      for (let column = 0; column < outlineColumns.length; column++) {
        row.put(outline[from + column] as number)
      }
    }
  },
}
