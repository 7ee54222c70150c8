/**
 * Stories that follow one another without any sign between them: what each of them has once, a counter of reads or a
 * byline or a date, comes again and again, with prose in between.
 */
import {authorIn} from '../languages/bylines.ts'
import {countIn} from '../languages/counters.ts'
import {fullDateIn} from '../languages/dates.ts'
import {isBlank, type Line} from '../split.ts'
import {isHeadline, isLongText} from './prose.ts'

const markCharsMax = 60
/** A date line says little else. */
const dateShareMin = 0.6
/** Between headline and byline, or between headline and prose, stand so many lines at most. */
const headLinesMax = 5
/** A headline and its deck; more are a list of titles. */
const headlinesMax = 2
const proseLinesMin = 2
const proseCharsMin = 200

type Mark = {
  is: (text: string) => boolean
  /** Counters stand behind the story that they count; bylines and dates below the headline. */
  closes: boolean
}

const marks: readonly Mark[] = [
  {is: isReads, closes: true},
  {is: isByline, closes: false},
  {is: isDate, closes: false},
]

/** The first kind of mark that stands in the file more than once, and always where it should, tells. */
export function startsByTurns(lines: readonly Line[], from: number): number[] {
  for (const {is, closes} of marks) {
    const at = marksIn(lines, from, is)
    if (at.length < 2) continue
    const starts = at.slice(1).map((mark, index) => {
      const above = at[index] as number
      // Right below a counter stands the label of the links.
      return closes
        ? headlineAbove(lines, proseBelow(lines, above, mark), above + 1)
        : headlineAbove(lines, mark, above)
    })
    if (!starts.every((start) => start !== undefined)) continue
    if (closes || at.every((mark) => opensProse(lines, mark))) return starts
  }
  return []
}

/** Whether a story follows the byline at once: notes on authors and teasers have less to say. */
function opensProse(lines: readonly Line[], mark: number): boolean {
  const next = lines.slice(mark + 1, mark + 1 + headLinesMax * 2).filter(({text}) => text.trim())
  const prose = next.slice(0, headLinesMax).filter(isLongText)
  const chars = prose.reduce((sum, {text}) => sum + text.length, 0)
  return prose.length >= proseLinesMin && chars >= proseCharsMin
}

function marksIn(lines: readonly Line[], from: number, is: Mark['is']): number[] {
  const found: number[] = []
  for (let index = from; index < lines.length; index++) {
    const text = lines[index]?.text ?? ''
    if (text.length > markCharsMax || text.length < 4) continue
    if (is(text.trim())) found.push(index)
  }
  return found
}

function isReads(text: string): boolean {
  return /\d/.test(text) && countIn(text)?.counts === 'reads'
}

function isByline(text: string): boolean {
  return (authorIn(text) ?? '') !== '' && !/[.!?:]$/.test(text)
}

function isDate(text: string): boolean {
  const date = /\d/.test(text) ? fullDateIn(text) : undefined
  return date !== undefined && date.end - date.start >= text.length * dateShareMin
}

function proseBelow(lines: readonly Line[], above: number, below: number): number {
  for (let index = above + 1; index < below; index++) {
    const line = lines[index] as Line
    // A long headline is no prose yet.
    if (isLongText(line) && !isHeadline(line)) return index
  }
  return above
}

/** The headline of the story whose byline or first paragraph stands at `below`: the top of the lines right above it. */
function headlineAbove(lines: readonly Line[], below: number, above: number): number | undefined {
  const found: number[] = []
  let seen = 0
  for (let index = below - 1; index > above && seen < headLinesMax; index--) {
    const line = lines[index] as Line
    if (isBlank(line)) {
      if (found.length > 0) break
      continue
    }
    if (isLongText(line) && !isHeadline(line)) break
    seen++
    if (isHeadline(line) && !marks.some(({is}) => is(line.text.trim()))) found.push(index)
  }
  return found.length <= headlinesMax ? found.at(-1) : undefined
}
