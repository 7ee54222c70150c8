/**
 * Stories that wide gaps part: more blank lines than stand anywhere inside them.
 */
import type {Line} from '../split.ts'
import {isHeadline, isProse} from './prose.ts'

/** Subheadings stand behind gaps, too, but hardly behind wider ones, and are shorter than headlines. */
const gapMin = 3
const startsMin = 2
const headlineWordsMin = 3

/** The widest gap of the file has to stand before each story but the first, and nowhere else. */
export function startsByGaps(lines: readonly Line[], from: number): number[] {
  const gaps = gapsOf(lines, from)
  const widest = gaps.reduce((most, {blanks}) => Math.max(most, blanks), 0)
  if (widest < gapMin) return []
  const starts = gaps.filter(({blanks}) => blanks === widest).map(({index}) => index)
  return starts.length >= startsMin && starts.every((index) => beginsStory(lines, index))
    ? starts
    : []
}

type Gap = {index: number; blanks: number}

/** Before each line with a gap above it, how many blank lines that gap has. */
function gapsOf(lines: readonly Line[], from: number): Gap[] {
  const gaps: Gap[] = []
  let blanks = 0
  let seen = false
  for (let index = from; index < lines.length; index++) {
    if (lines[index]?.text.trim() === '') blanks++
    else {
      if (seen && blanks > 0) gaps.push({index, blanks})
      seen = true
      blanks = 0
    }
  }
  return gaps
}

/** A headline, and prose soon behind it. */
const linesToProseMax = 6

function beginsStory(lines: readonly Line[], index: number): boolean {
  const line = lines[index] as Line
  if (!isHeadline(line) || line.text.trim().split(/\s+/).length < headlineWordsMin) return false
  return lines.slice(index + 1, index + 1 + linesToProseMax).some(isProse)
}
