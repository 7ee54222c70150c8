/**
 * What the lines around a line see of it; each is seen by several.
 */
import {says} from '../languages/wordings.ts'
import {endings, type Shape} from '../shape.ts'
import {float32s} from '../slab.ts'

export const outlineColumns = ['size', 'sentence', 'stopShare', 'capitalised', 'heading'] as const
/** Of a line that is not there: like a short label. */
export const absentOutline = Float32Array.of(Math.log1p(8), 0, 0, 1, 0)

const headings = says.relatedHeading | says.endHeading

/** For each line, a value a column. */
export function outlinesOf(lines: readonly Shape[]): Float32Array {
  const outlines = float32s(lines.length * outlineColumns.length)
  let at = 0
  for (const {size, words, ending, stopWords, capitalised, wording} of lines) {
    const all = Math.max(words, 1)
    outlines[at++] = Math.log1p(size)
    outlines[at++] = ending === endings.sentence ? 1 : 0
    outlines[at++] = stopWords / all
    outlines[at++] = capitalised / all
    outlines[at++] = wording & headings ? 1 : 0
  }
  return outlines
}
