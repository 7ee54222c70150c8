/**
 * Stories that wide gaps part: more blank lines than stand anywhere inside them.
 */
import {endsSentence} from '../characters.ts'
import {isBlank, type Line} from '../split.ts'
import {isHeadline, isLongText} from './prose.ts'

/** Subheadings stand behind gaps, too, but hardly behind several wide ones, and are shorter than headlines. */
const wide = {gapMin: 3, startsMin: 2, headlineWordsMin: 3} as const
const narrow = {gapMin: 2, headlineWordsMin: 7} as const

/** The widest gap of the file has to stand before each story but the first, and nowhere else. */
export function startsByGaps(lines: readonly Line[], from: number): number[] {
  const gaps = gapsOf(lines, from)
  const widest = gaps.reduce((most, {blanks}) => Math.max(most, blanks), 0)
  if (widest < narrow.gapMin) return []
  const parting = gaps.filter(({blanks}) => blanks === widest)
  const sure = widest >= wide.gapMin && parting.length >= wide.startsMin
  const parts = parting.every(
    (gap) => beginsStory(lines, gap.index) && (sure || partsStories(lines, gap)),
  )
  return parts ? parting.map(({index}) => index) : []
}

type Gap = {index: number; blanks: number}

/** Before each line with a gap above it, how many blank lines that gap has. */
function gapsOf(lines: readonly Line[], from: number): Gap[] {
  const gaps: Gap[] = []
  let blanks = 0
  let seen = false
  for (let index = from; index < lines.length; index++) {
    if (isBlank(lines[index] as Line)) blanks++
    else {
      if (seen && blanks > 0) gaps.push({index, blanks})
      seen = true
      blanks = 0
    }
  }
  return gaps
}

/** A narrow gap, or a single one, parts stories where a paragraph stands above it, and a full headline below. */
function partsStories(lines: readonly Line[], {index, blanks}: Gap): boolean {
  const above = lines[index - blanks - 1]
  const headline = lines[index] as Line
  const full = wordsOf(headline) >= narrow.headlineWordsMin && !endsSentence(headline.text)
  return above !== undefined && endsSentence(above.text) && full
}

function wordsOf({text}: Line): number {
  return text.trim().split(/\s+/).length
}

/** A headline, and prose soon behind it. */
const linesToProseMax = 6

function beginsStory(lines: readonly Line[], index: number): boolean {
  const line = lines[index] as Line
  if (!isHeadline(line) || wordsOf(line) < wide.headlineWordsMin) return false
  return lines.slice(index + 1, index + 1 + linesToProseMax).some(isLongText)
}
