/**
 * Short lines that come back beside each text of many: the hour of a comment, the label of a button.
 */
import type {Shape} from '../shape.ts'
import {int32s} from '../slab.ts'
import {maskOf} from './mask.ts'

const charsMax = 80
const repeatsMin = 3
const dates = maskOf(['date', 'ago'])
const clock = /\d[:.]\d\d/

/** What a line stands for beside a text; each is a bit. */
export const besideText = {stamp: 1, label: 2} as const

type Found = {
  /** For each line, the bits of its rules. */
  matched: Int32Array
  /** For each line, in how many lines of the file it stands. */
  repeats: Uint16Array
  opening: number
}

/** For each line, the bits of what it stands for; labels stand behind the opening. */
export function markBeside(
  lines: readonly Shape[],
  {matched, repeats, opening}: Found,
): Int32Array {
  const marks = int32s(lines.length)
  for (const shape of lines) {
    const {index} = shape
    const isLabel = index > opening && (repeats[index] as number) >= repeatsMin
    if (shape.text.length >= charsMax) continue
    if (isStamp(shape, matched[index] as number)) marks[index] = besideText.stamp
    if (isLabel) marks[index] = (marks[index] as number) | besideText.label
  }
  return marks
}

/** A date with its hour: comments and entries of live blogs have one each. */
function isStamp({text}: Shape, matched: number): boolean {
  return (matched & dates) !== 0 && clock.test(text)
}
