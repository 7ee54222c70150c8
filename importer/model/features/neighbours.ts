import {says} from '../../languages/wordings.ts'
import {endings, type Shape} from '../../shape.ts'
import type {FeatureGroup, Row} from './group.ts'

/** Few lines ahead: a line must not see that the file ends. */
const offsets = [-3, -2, -1, 1, 2, 3] as const
const headings = says.relatedHeading | says.endHeading
const blanksMax = 3
/** What stands for a line that is not there: like a short label. */
const absent = {size: Math.log1p(8), stopShare: 0, capitalised: 1}

/** What the lines around it are like. */
export const neighbours: FeatureGroup = {
  columns: [
    'blanksBefore',
    'blanksAfter',
    ...offsets.flatMap((offset) =>
      ['size', 'sentence', 'stopShare', 'capitalised', 'heading'].map((name) => `${name}${offset}`),
    ),
  ],
  write(view, index, row) {
    const {lines} = view
    row.put(Math.min(lines[index]?.blanksBefore ?? 0, blanksMax))
    row.put(Math.min(lines[index + 1]?.blanksBefore ?? 0, blanksMax))
    for (const offset of offsets) writeOne(lines[index + offset], row)
  },
}

function writeOne(shape: Shape | undefined, row: Row): void {
  const words = Math.max(shape?.words ?? 1, 1)
  row.put(shape ? Math.log1p(shape.size) : absent.size)
  row.put(shape?.ending === endings.sentence ? 1 : 0)
  row.put(shape ? shape.stopWords / words : absent.stopShare)
  row.put(shape ? shape.capitalised / words : absent.capitalised)
  row.put(shape && shape.wording & headings ? 1 : 0)
}
