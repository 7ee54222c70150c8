/**
 * What a line is made of as a row of a list: a label, a separator and a value, or a date that opens it.
 */
import {kinds} from '../characters.ts'
import type {Shape} from '../shape.ts'

/** Each is a bit. */
export const make = {colon: 1, dash: 2, bar: 4, dots: 8, gap: 16, date: 32, year: 64} as const

/** A longer line is a paragraph. */
const charsMax = 160
/** A date alone is no row. */
const datedCharsMin = 18
const opensWithDate = /^[^\p{L}\p{N}]*[\p{L}\p{N}]+\.?\s?\d|^\d/u
const opensWithYear = /^\d{4}(?![\p{L}\p{N}])/u

/** `isDate` says that a rule takes the line for one with a date. */
export function makeOf({text, opening}: Shape, isDate: boolean): number {
  if (text.length > charsMax) return 0
  let bits = separatorOf(text)
  if (isDate && text.length > datedCharsMin && opensWithDate.test(text)) bits |= make.date
  if (opening === kinds.digit && opensWithYear.test(text)) bits |= make.year
  return bits
}

/** A label ends within so many characters. */
const labelCharsMax = 61
const space = 0x20
const tab = 0x09
const colon = 0x3a
const stop = 0x2e
const bar = 0x7c
const dashes = [0x2d, 0x2013, 0x2014]

/** The first separator behind a label, if something follows it. */
function separatorOf(text: string): number {
  const end = Math.min(labelCharsMax, text.length - 2)
  for (let index = 1; index < end; index++) {
    const unit = text.charCodeAt(index)
    const next = text.charCodeAt(index + 1)
    if (unit === tab) return make.gap
    if (unit === colon && next === space) return make.colon
    if (unit === stop && next === stop && text.charCodeAt(index + 2) === stop) return make.dots
    if (unit !== space) continue
    if (next === space) return make.gap
    const sign = dashes.includes(next) ? make.dash : next === bar ? make.bar : 0
    if (sign !== 0 && isApart(text, index + 1)) return sign
  }
  return 0
}

/** Signs such as `--` with a space behind them, too. */
function isApart(text: string, from: number): boolean {
  let index = from
  while (text.charCodeAt(index) === text.charCodeAt(from)) index++
  return text.charCodeAt(index) === space
}
