/**
 * Lines → shapes: what can be counted in a line by itself, in one pass over its characters.
 */
import {kindOf, kinds} from './characters.ts'
import {languages} from './languages/index.ts'
import {wordingOf} from './languages/wordings.ts'
import {classBitsOf, extendHash, knownOf, stopWordBits, wordSeed} from './languages/words.ts'
import {clean} from './normalise.ts'
import type {Line} from './split.ts'
import {joinTexts} from './unwrap.ts'

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
  /** Hashes of all words of the file, in order. */
  words: Int32Array
  /** Parallel to `words`: what is known of each, as `knownOf` says it. */
  known: Int32Array
  /** Index into `languages` of the one whose stop words prevail. */
  language: number
}

/** Wordings stand at either end of a line: of a longer line only these many characters are put in lower case. */
const openingChars = 64
/** A Chinese character says as much as this many Latin ones. */
const wideWeight = 2.5

/** Lines that were broken at a fixed width come as one group, and make one shape. */
export function shapesOf(groups: readonly (readonly Line[])[]): Shapes {
  const words = new WordBuffer()
  const shapes: Shape[] = []
  let blanks = 0
  for (const group of groups) {
    const line = group[0] as Line
    const text = joinTexts(group.map((one) => clean(one.text)))
    if (text === '') {
      blanks++
      continue
    }
    shapes.push(shapeOf({line, text, index: shapes.length, blanksBefore: blanks}, words))
    blanks = 0
  }
  const language = countKnown(shapes, words)
  return {
    lines: shapes,
    words: words.hashes.subarray(0, words.length),
    known: words.known,
    language,
  }
}

type Place = {line: Line; text: string; index: number; blanksBefore: number}

function shapeOf({line, text, index, blanksBefore}: Place, words: WordBuffer): Shape {
  const lower = (text.length <= openingChars ? text : text.slice(0, openingChars)).toLowerCase()
  const shape: Shape = {
    line,
    index,
    text,
    lower,
    blanksBefore,
    size: text.length,
    words: 0,
    letters: 0,
    digits: 0,
    capitalised: 0,
    shouted: 0,
    stopWords: 0,
    classes: [0, 0, 0, 0, 0],
    commas: 0,
    stops: 0,
    quotes: 0,
    separators: 0,
    signs: 0,
    wide: 0,
    ending: endingOf(text),
    opening: kindOf(text.charCodeAt(0)),
    wording: wordingOf(lower, text),
    wordsFrom: words.length,
    wordsTo: words.length,
  }
  count(shape, words)
  shape.size += shape.wide * (wideWeight - 1)
  shape.wordsTo = words.length
  return shape
}

function count(shape: Shape, words: WordBuffer): void {
  const {text} = shape
  let hash = 0
  let capitals = 0
  let small = 0
  let inWord = false
  let previous: number = kinds.space
  for (let index = 0; index <= text.length; index++) {
    const unit = index < text.length ? text.charCodeAt(index) : 0x20
    const kind = kindOf(unit)
    const letter = kind === kinds.lower || kind === kinds.upper || kind === kinds.letter
    if (letter || kind === kinds.digit || (inWord && kind === kinds.joint)) {
      if (!inWord) {
        inWord = true
        hash = wordSeed
        capitals = small = 0
        if (kind === kinds.upper) shape.capitalised++
      }
      hash = extendHash(hash, unit)
      if (kind === kinds.upper) capitals++
      else if (kind === kinds.lower) small++
      if (letter) shape.letters++
      else if (kind === kinds.digit) shape.digits++
    } else {
      if (inWord) {
        words.push(hash)
        shape.words++
        if (capitals > 1 && small === 0) shape.shouted++
        inWord = false
      }
      countSign(shape, {kind, previous, unit}, words)
    }
    previous = kind
  }
}

type Sign = {kind: number; previous: number; unit: number}

function countSign(shape: Shape, {kind, previous, unit}: Sign, words: WordBuffer): void {
  if (kind === kinds.space) {
    if (previous === kinds.stop) shape.stops++
  } else if (kind === kinds.wide) {
    words.push(extendHash(wordSeed, unit))
    shape.wide++
    shape.letters++
  } else if (kind === kinds.comma) shape.commas++
  else if (kind === kinds.quote) {
    shape.quotes++
    if (previous === kinds.stop) shape.stops++
  } else if (kind === kinds.separator) shape.separators++
  else if (kind !== kinds.stop) shape.signs++
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

/** Fills the shapes' stop words, those of the language whose stop words prevail, and their word classes. */
function countKnown(shapes: readonly Shape[], words: WordBuffer): number {
  const totals = new Array<number>(languages.length).fill(0)
  words.known = Int32Array.from(words.hashes.subarray(0, words.length), knownOf)
  for (const known of words.known) {
    for (let rest = stopWordBits(known), bit = 0; rest !== 0; rest >>= 1, bit++) {
      if (rest & 1) totals[bit] = (totals[bit] as number) + 1
    }
  }
  const language = totals.indexOf(Math.max(...totals))
  for (const shape of shapes) countIn(shape, words.known, 1 << language)
  return language
}

function countIn(shape: Shape, known: Int32Array, languageBit: number): void {
  for (let index = shape.wordsFrom; index < shape.wordsTo; index++) {
    const mask = known[index] as number
    if (mask === 0) continue
    if (mask & languageBit) shape.stopWords++
    for (let rest = classBitsOf(mask), bit = 0; rest !== 0; rest >>= 1, bit++) {
      if (rest & 1) (shape.classes[bit] as number) += 1
    }
  }
}

/** Grows by doubling, so that a long file costs no more a word than a short one. */
class WordBuffer {
  hashes = new Int32Array(1024)
  known = new Int32Array(0)
  length = 0

  push(hash: number): void {
    if (this.length === this.hashes.length) {
      const grown = new Int32Array(this.length * 2)
      grown.set(this.hashes)
      this.hashes = grown
    }
    this.hashes[this.length++] = hash
  }
}
