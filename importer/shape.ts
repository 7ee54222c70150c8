/**
 * Lines → shapes: what can be counted in a line by itself, in one pass over its characters.
 */
import {textOf} from './block.ts'
import {kindOf, kinds} from './characters.ts'
import {languages} from './languages/index.ts'
import {wordingOf} from './languages/wordings.ts'
import {classBitsOf, extendHash, knownOf, stopWordBits, wordSeed} from './languages/words.ts'
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
    const text = textOf(group)
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

/** One pass over the characters; what it counts stays in local variables until its end, which is what makes it fast. */
function count(shape: Shape, words: WordBuffer): void {
  const {text} = shape
  const counts = new Int32Array(kindsMax)
  let capitalised = 0
  let shouted = 0
  let stops = 0
  let previous: number = kinds.space
  let index = 0
  while (index < text.length) {
    let unit = text.charCodeAt(index)
    let kind: number = kindOf(unit)
    if (isWordPart[kind] === 1) {
      let hash = wordSeed
      let capitals = 0
      let small = 0
      if (kind === kinds.upper) capitalised++
      do {
        hash = extendHash(hash, unit)
        if (kind === kinds.lower) small++
        else if (kind === kinds.upper) capitals++
        // A joint inside a word is no sign.
        else if (kind !== kinds.joint) counts[kind] = (counts[kind] as number) + 1
        index++
        unit = index < text.length ? text.charCodeAt(index) : 0x20
        kind = kindOf(unit)
      } while (isWordPart[kind] === 1 || kind === kinds.joint)
      counts[kinds.lower] = (counts[kinds.lower] as number) + small
      counts[kinds.upper] = (counts[kinds.upper] as number) + capitals
      if (capitals > 1 && small === 0) shouted++
      words.push(hash)
      previous = kinds.letter
    } else {
      counts[kind] = (counts[kind] as number) + 1
      if (kind === kinds.wide) words.push(extendHash(wordSeed, unit))
      else if (previous === kinds.stop && (kind === kinds.space || kind === kinds.quote)) stops++
      previous = kind
      index++
    }
  }
  shape.capitalised = capitalised
  shape.shouted = shouted
  shape.stops = previous === kinds.stop ? stops + 1 : stops
  addUp(shape, counts)
  shape.words = words.length - shape.wordsFrom - shape.wide
}

const kindsMax = Math.max(...Object.values(kinds)) + 1
const isWordPart = new Uint8Array(kindsMax)
for (const kind of [kinds.lower, kinds.upper, kinds.letter, kinds.digit]) isWordPart[kind] = 1

function addUp(shape: Shape, counts: Int32Array): void {
  const of = (kind: number) => counts[kind] as number
  shape.wide = of(kinds.wide)
  shape.letters = of(kinds.lower) + of(kinds.upper) + of(kinds.letter) + shape.wide
  shape.digits = of(kinds.digit)
  shape.commas = of(kinds.comma)
  shape.quotes = of(kinds.quote)
  shape.separators = of(kinds.separator)
  shape.signs = of(kinds.sign) + of(kinds.joint)
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
  const {hashes, length} = words
  const known = new Int32Array(length)
  for (let index = 0; index < length; index++) {
    const bits = knownOf(hashes[index] as number)
    known[index] = bits
    for (let rest = stopWordBits(bits); rest !== 0; rest &= rest - 1) {
      const language = 31 - Math.clz32(rest & -rest)
      totals[language] = (totals[language] as number) + 1
    }
  }
  words.known = known
  const language = totals.indexOf(Math.max(...totals))
  for (const shape of shapes) countIn(shape, known, 1 << language)
  return language
}

function countIn(shape: Shape, known: Int32Array, languageBit: number): void {
  for (let index = shape.wordsFrom; index < shape.wordsTo; index++) {
    const mask = known[index] as number
    if (mask === 0) continue
    if (mask & languageBit) shape.stopWords++
    for (let rest = classBitsOf(mask); rest !== 0; rest &= rest - 1) {
      ;(shape.classes[31 - Math.clz32(rest & -rest)] as number) += 1
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
