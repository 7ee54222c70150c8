/**
 * Text → columns: what it takes of a line where every letter is as wide.
 */
import {kindOf, kinds} from '../characters.ts'

/** Chinese and Japanese characters are two columns wide, and their punctuation may hang over by one. */
const wideColumns = 2

/** Blanks, and what marks a quotation in mail. */
export const margin = /^\s*(?:>+ ?)?/

/** Columns that the first word of the line would have taken at the end of the line before. */
export function roomFor(text: string): number {
  const start = text.replace(margin, '')
  if (kindOf(start.charCodeAt(0)) === kinds.wide) return wideColumns * 2
  return columnsOf(/^\S*/.exec(start)?.[0] ?? '') + 1
}

export function columnsOf(text: string): number {
  let columns = text.length
  for (let index = 0; index < text.length; index++) {
    if (isWide(text.charCodeAt(index))) columns += wideColumns - 1
  }
  return columns
}

function isWide(unit: number): boolean {
  if (unit < 0x2e80) return false
  return unit <= 0x9fff || (unit >= 0xac00 && unit <= 0xd7a3) || (unit >= 0xff00 && unit <= 0xff60)
}
