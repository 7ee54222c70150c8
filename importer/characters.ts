/**
 * What a UTF-16 unit is, by one look into a table: the reader meets every character of every file.
 */

export const kinds = {
  space: 0,
  lower: 1,
  upper: 2,
  /** A letter of a script without case. */
  letter: 3,
  /** Chinese, Japanese and Korean characters: words without spaces between. */
  wide: 4,
  digit: 5,
  /** Ends a sentence. */
  stop: 6,
  comma: 7,
  quote: 8,
  /** Parts the entries of menus and breadcrumbs. */
  separator: 9,
  /** All other signs. */
  sign: 10,
  /** Stands inside a word: apostrophes and hyphens. */
  joint: 11,
} as const

export type Kind = (typeof kinds)[keyof typeof kinds]

/** Closing quotes and brackets belong to the sentence that they end. */
const closing = '"”’\'»)]」』）*_'

/** The last character of a text that is no closing quote or bracket. */
export function lastSign(text: string): string {
  let index = text.trimEnd().length - 1
  while (index > 0 && closing.includes(text.charAt(index))) index--
  return text.charAt(index)
}

/** Whether the text ends as sentences do. */
export function endsSentence(text: string): boolean {
  return kindOf(lastSign(text).charCodeAt(0)) === kinds.stop
}

const unitsMax = 0x10000
/** Scripts with case all stand below this. */
const casedMax = 0x590

export function kindOf(unit: number): Kind {
  return table[unit] as Kind
}

function fill(): Uint8Array {
  const kindOfUnit = new Uint8Array(unitsMax).fill(kinds.letter)
  for (let unit = 0; unit < casedMax; unit++) kindOfUnit[unit] = cased(unit)
  for (const [from, to, kind] of ranges) kindOfUnit.fill(kind, from, to + 1)
  for (const [signs, kind] of singles) {
    for (const sign of signs) kindOfUnit[sign.charCodeAt(0)] = kind
  }
  return kindOfUnit
}

function cased(unit: number): Kind {
  const letter = String.fromCharCode(unit)
  if (letter !== letter.toLowerCase()) return kinds.upper
  if (letter !== letter.toUpperCase()) return kinds.lower
  return /\p{L}/u.test(letter) ? kinds.letter : kinds.sign
}

const ranges: readonly (readonly [from: number, to: number, kind: Kind])[] = [
  [0x00, 0x20, kinds.space],
  [0x30, 0x39, kinds.digit],
  [0x7f, 0xa0, kinds.space],
  [0x300, 0x36f, kinds.joint],
  [0x660, 0x669, kinds.digit],
  [0x966, 0x96f, kinds.digit],
  [0x2000, 0x200f, kinds.space],
  [0x2010, 0x2011, kinds.joint],
  [0x2012, 0x2017, kinds.sign],
  [0x2018, 0x201f, kinds.quote],
  [0x2020, 0x2bff, kinds.sign],
  [0x2e80, 0x2fff, kinds.wide],
  [0x3000, 0x3003, kinds.sign],
  [0x3008, 0x3020, kinds.sign],
  [0x3040, 0x9fff, kinds.wide],
  [0xac00, 0xd7a3, kinds.letter],
  [0xf900, 0xfaff, kinds.wide],
  [0xff01, 0xff0f, kinds.sign],
  [0xff10, 0xff19, kinds.digit],
  [0xff1a, 0xff20, kinds.sign],
]

const singles: readonly (readonly [signs: string, kind: Kind])[] = [
  [' \u3000\u2028\u2029\ufeff', kinds.space],
  ['.!?…。！？؟۔।', kinds.stop],
  [',;:，、；：،؛', kinds.comma],
  ['"“”„«»「」『』‘‹›', kinds.quote],
  ['|•·›»→▸►>', kinds.separator],
  ["'’-‐", kinds.joint],
]

const table = fill()
