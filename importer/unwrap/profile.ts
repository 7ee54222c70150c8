/**
 * Where lines were broken → the width that explains most of it.
 */
import {int32s} from '../slab.ts'

/** In columns. */
export const widthMin = 36

/** The least and the greatest width, in columns, that explain where the lines were broken. */
export type Width = {least: number; greatest: number}

/** A line's columns, and those that the first word of the next one would have taken behind it. */
export type Break = {columns: number; room: number}

/** Punctuation may hang over the width by as much. */
const hangingColumns = 2

/** Whether the next line's first word had no room. */
export function explains({least, greatest}: Width, {columns, room}: Break): boolean {
  return columns <= greatest + hangingColumns && columns + room > least
}

/** Of the breaks, so many have to fit the width, and this share of all. */
export type Enough = {fitsMin: number; shareMin: number}

/** For each width, how many breaks it explains: the line fits into it, and the next word does not any more. */
export class Profile {
  private readonly widthMax: number
  private readonly evenness: number
  private readonly changes: Int32Array
  /** How many were added. */
  breaks = 0

  /** `evenness`: this share of the width, lines and next words take at least. */
  constructor(widthMax: number, evenness = 1) {
    this.widthMax = widthMax
    this.evenness = evenness
    this.changes = int32s(widthMax + 2)
  }

  add({columns, room}: Break): void {
    this.breaks++
    const from = Math.max(columns, widthMin)
    const to = Math.min(Math.ceil((columns + room) / this.evenness), this.widthMax + 1)
    if (to <= from) return
    this.changes[from] = (this.changes[from] as number) + 1
    this.changes[to] = (this.changes[to] as number) - 1
  }

  width({fitsMin, shareMin}: Enough): Width | undefined {
    let fits = 0
    const best = {fits: 0, least: 0, greatest: 0}
    for (let width = widthMin; width <= this.widthMax; width++) {
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
