/**
 * Whether copy was broken at a fixed width, and at which: mail and typewriters do so.
 */
import {kindOf, kinds} from '../characters.ts'
import {int32s} from '../slab.ts'
import type {Line} from '../split.ts'

/** In columns. */
const widthMin = 36
const widthMax = 100
/** Chinese and Japanese characters are two columns wide, and their punctuation may hang over by one. */
const wideColumns = 2
/** Where a sentence goes on in the next line: so many of these breaks have to fit one width, and this share of all of them. */
const cased = {fitsMin: 3, shareMin: 0.85} as const
/** Scripts without capitals say less about where a sentence goes on. */
const uncased = {fitsMin: 4, shareMin: 0.9} as const

/** Blanks, and what marks a quotation in mail. */
const margin = /^\s*(?:>+ ?)?/

/** The least and the greatest width, in columns, that explain where the lines were broken. */
export type Width = {least: number; greatest: number}

/** Nothing where the lines were not broken at one width. */
export function widthOf(lines: readonly Line[]): Width | undefined {
  const breaks = {cased: new Profile(), uncased: new Profile()}
  for (let index = 1; index < lines.length; index++) {
    const [before, after] = [lines[index - 1] as Line, lines[index] as Line]
    const text = before.text.trimEnd()
    const goesOn = continuation(text, after.text.replace(margin, ''))
    if (goesOn) breaks[goesOn].add(columnsOf(text), roomFor(after.text))
  }
  return breaks.cased.width(cased) ?? breaks.uncased.width(uncased)
}

/** Whether the next line goes on within a sentence, and by which evidence. */
function continuation(before: string, after: string): 'cased' | 'uncased' | undefined {
  if (before === '' || after === '') return undefined
  const last = kindOf(before.charCodeAt(before.length - 1))
  const first = kindOf(after.charCodeAt(0))
  if (first === kinds.lower) return last === kinds.stop ? undefined : 'cased'
  const within = last === kinds.comma || isUncased(last)
  const goesOn = first === kinds.comma || isUncased(first)
  return within && goesOn && columnsOf(before) >= widthMin ? 'uncased' : undefined
}

function isUncased(kind: number): boolean {
  return kind === kinds.letter || kind === kinds.wide
}

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

/** For each width, how many breaks it explains: the line fits into it, and the next word does not any more. */
class Profile {
  private readonly changes = int32s(widthMax + 2)
  private breaks = 0

  add(columns: number, room: number): void {
    this.breaks++
    const from = Math.max(columns, widthMin)
    const to = Math.min(columns + room, widthMax + 1)
    if (to <= from) return
    this.changes[from] = (this.changes[from] as number) + 1
    this.changes[to] = (this.changes[to] as number) - 1
  }

  width({fitsMin, shareMin}: {fitsMin: number; shareMin: number}): Width | undefined {
    let fits = 0
    const best = {fits: 0, least: 0, greatest: 0}
    for (let width = widthMin; width <= widthMax; width++) {
      fits += this.changes[width] as number
      if (fits > best.fits) Object.assign(best, {fits, least: width})
      if (fits === best.fits) best.greatest = width
    }
    const {least, greatest} = best
    return best.fits >= fitsMin && best.fits >= this.breaks * shareMin
      ? {least, greatest}
      : undefined
  }
}
