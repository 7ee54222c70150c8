/**
 * Whether copy was broken as on a typeset page: its letters differ in width, so that its lines do in columns.
 */
import {endsSentence} from '../characters.ts'
import {isBlank, type Line} from '../split.ts'
import {columnsOf, roomFor} from './columns.ts'
import {type Break, Profile, type Width} from './profile.ts'

/** In columns. */
const widthMax = 140
/** Of the widest line of a typeset page, the others take this share at least. */
const evennessMin = 0.8
/** Lines that show no break may be wider than those that do. */
const widerMax = 1.1
const enough = {fitsMin: 3, shareMin: 0.9} as const
/** Of its lines, hardly any is longer. */
const longerShareMax = 0.1

/** In paragraphs of several lines that blank ones part. */
export type Breaks = {
  /** Where a sentence goes on in the next line. */
  within: readonly Break[]
  /** These, and those between sentences. */
  all: readonly Break[]
  paragraphs: number
}

export function typesetWidth(lines: readonly Line[], {within}: Breaks): Width | undefined {
  const profile = new Profile(widthMax, evennessMin)
  for (const one of within) profile.add(one)
  const found = profile.width(enough)
  if (!found) return undefined
  const width = {least: found.least * evennessMin, greatest: found.least * widerMax}
  const columns = lines.map(({text}) => columnsOf(text.trimEnd()))
  const full = columns.filter((one) => one >= width.least)
  const longer = full.filter((one) => one > width.greatest)
  return longer.length <= full.length * longerShareMax ? width : undefined
}

export function breaksIn(lines: readonly Line[]): Breaks {
  const paragraphs = paragraphsOf(lines)
  const all = paragraphs.flatMap((paragraph) =>
    paragraph.slice(1).map(({text}, index) => breakOf(paragraph[index]?.text ?? '', text)),
  )
  const within = all.filter((one) => one.isWithin)
  return {within, all, paragraphs: paragraphs.length}
}

function breakOf(before: string, after: string) {
  const columns = columnsOf(before.trimEnd())
  return {columns, room: roomFor(after), isWithin: !endsSentence(before)}
}

/** Lines without a blank one between, the last of which ends a sentence. */
function paragraphsOf(lines: readonly Line[]): Line[][] {
  const paragraphs: Line[][] = [[]]
  for (const line of lines) {
    if (isBlank(line)) paragraphs.push([])
    else paragraphs.at(-1)?.push(line)
  }
  return paragraphs.filter(
    (paragraph) => paragraph.length > 1 && endsSentence(paragraph.at(-1)?.text ?? ''),
  )
}
