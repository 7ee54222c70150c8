/**
 * Lines → shapes: what can be counted in a line by itself.
 */
import {textOf} from './block.ts'
import {kindOf, kinds} from './characters.ts'
import {wordingOf} from './languages/wordings.ts'
import {countKnown} from './shape/known.ts'
import {emptyTally, type Part, tallyUp} from './shape/tally.ts'
import {type Terms, termsOf} from './shape/terms.ts'
import {WordBuffer} from './shape/wordBuffer.ts'
import type {Line} from './split.ts'

/** How a line ends. */
export const endings = {none: 0, sentence: 1, comma: 2, colon: 3, ellipsis: 4} as const

/** One line that is not blank, in numbers. Counts are of words or of UTF-16 units. */
export type Shape = {
  /** The first of its lines. */
  line: Line
  /** Among the shapes of the file. */
  index: number
  /** Trimmed. */
  text: string
  /** The text in lower case; of a long line only its opening. */
  lower: string
  /** Blank lines right before. */
  blanksBefore: number
  /** Weight as text: units, a wide character counting as several. */
  size: number
  words: number
  letters: number
  digits: number
  /** Words that begin with a capital, and words of two capitals or more. */
  capitalised: number
  shouted: number
  stopWords: number
  /** Words that have a number in `Shapes.terms`. */
  terms: number
  /** Words of each of `wordClasses`. */
  classes: [address: number, promotion: number, report: number, authorship: number, self: number]
  commas: number
  /** Sentence ends, the last one included. */
  stops: number
  quotes: number
  separators: number
  signs: number
  wide: number
  /** One of `endings`. */
  ending: number
  /** The kind of the first character. */
  opening: number
  /** What its wording says: bits of `says`. */
  wording: number
  /** Where its words stand in `Shapes.words`. */
  wordsFrom: number
  wordsTo: number
}

export type Shapes = {
  lines: readonly Shape[]
  /** Those that were set apart, by their first lines: whether they are there changes nothing for the others. */
  apart: ReadonlyMap<Line, Shape>
  /** Hashes of all words of the file, in order. */
  words: Int32Array
  terms: Terms
}

/** Wordings stand at either end of a line: of a longer line only these many characters are put in lower case. */
const openingChars = 64
/** A Chinese character says as much as this many Latin ones. */
const wideWeight = 2.5

/**
 * Lines that were broken at a fixed width come as one group, and make one shape. `whole` is what the lines were split
 * from; without it, the same takes longer.
 */
export function shapesOf(
  groups: readonly (readonly Line[])[],
  isApart: (shape: Shape) => boolean = () => false,
  whole?: string,
): Shapes {
  const words = new WordBuffer()
  const lines: Shape[] = []
  const apart = new Map<Line, Shape>()
  let blanksBefore = 0
  for (const group of groups) {
    const wordsFrom = words.length
    const text = tallied(group, words, whole)
    if (text === '') {
      blanksBefore++
      continue
    }
    const line = group[0] as Line
    const shape = shapeOf({line, text, index: lines.length, blanksBefore, wordsFrom}, words.length)
    if (isApart(shape)) {
      words.length = wordsFrom
      apart.set(line, shape)
      continue
    }
    lines.push(shape)
    blanksBefore = 0
  }
  const hashes = words.all()
  const terms = termsOf(hashes)
  for (const shape of lines) countKnown(shape, terms)
  return {lines, apart, words: hashes, terms}
}

const tally = emptyTally()

/** The text of a group, with its counts in `tally`. Most lines are clean: one look at their characters does for both. */
function tallied(group: readonly Line[], words: WordBuffer, whole?: string): string {
  const line = group.length === 1 ? group[0] : undefined
  const {length} = words
  if (line) {
    const {text, start, end} = line
    tallyUp(whole === undefined ? all(text) : {text: whole, start, end}, tally, words)
    if (!tally.odd) return text.trim()
  }
  const text = textOf(group)
  if (text === line?.text) return text
  words.length = length
  tallyUp(all(text), tally, words)
  return text
}

function all(text: string): Part {
  return {text, start: 0, end: text.length}
}

type Place = Pick<Shape, 'line' | 'text' | 'index' | 'blanksBefore' | 'wordsFrom'>

/** What is counted over the words that are known comes later. */
function shapeOf({line, text, index, blanksBefore, wordsFrom}: Place, wordsTo: number): Shape {
  const lower = (text.length <= openingChars ? text : text.slice(0, openingChars)).toLowerCase()
  const of = (kind: number) => tally.kinds[kind] as number
  const wide = of(kinds.wide)
  return {
    line,
    index,
    text,
    lower,
    blanksBefore,
    size: text.length + wide * (wideWeight - 1),
    words: wordsTo - wordsFrom - wide,
    letters: of(kinds.lower) + of(kinds.upper) + of(kinds.letter) + wide,
    digits: of(kinds.digit),
    capitalised: tally.capitalised,
    shouted: tally.shouted,
    stopWords: 0,
    terms: 0,
    classes: [0, 0, 0, 0, 0],
    commas: of(kinds.comma),
    stops: tally.stops,
    quotes: of(kinds.quote),
    separators: of(kinds.separator),
    signs: of(kinds.sign) + of(kinds.joint),
    wide,
    ending: endingOf(text),
    opening: kindOf(text.charCodeAt(0)),
    wording: wordingOf(lower, text),
    wordsFrom,
    wordsTo,
  }
}

/** Closing quotes and brackets belong to the sentence that they end. */
function endingOf(text: string): number {
  let index = text.length - 1
  while (index > 0 && closing.includes(text.charAt(index))) index--
  const last = text.charAt(index)
  if (last === '…' || (last === '.' && text.endsWith('...', index + 1))) return endings.ellipsis
  if (sentenceEnds.includes(last)) return endings.sentence
  if (last === ':' || last === '：') return endings.colon
  return kindOf(last.charCodeAt(0)) === kinds.comma ? endings.comma : endings.none
}

const closing = '"”’\'»)]」』）*_'
const sentenceEnds = '.!?。！？؟۔।'
