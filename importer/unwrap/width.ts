/**
 * Whether copy was broken at a width, and at which: mail and typewriters break all lines at the same one, typeset pages
 * at one that differs by what its letters take.
 */
import {kindOf, kinds} from '../characters.ts'
import type {Line} from '../split.ts'
import {columnsOf, margin, roomFor} from './columns.ts'
import {explains, Profile, type Width, widthMin} from './profile.ts'
import {type Breaks, breaksIn, typesetWidth} from './typeset.ts'

/** In columns. */
const widthMax = 100
/** Where a sentence goes on in the next line: so many of these breaks have to fit one width, and this share of all of them. */
const cased = {fitsMin: 3, shareMin: 0.85} as const
/** Scripts without capitals say less about where a sentence goes on. */
const uncased = {fitsMin: 4, shareMin: 0.9} as const

export type Measure = Width & {
  /** Whether lines may be shorter than that, as on a typeset page. */
  ragged: boolean
}

/** Nothing where the lines were not broken at a width. */
export function widthOf(lines: readonly Line[]): Measure | undefined {
  const breaks = {cased: new Profile(widthMax), uncased: new Profile(widthMax)}
  for (let index = 1; index < lines.length; index++) {
    const [before, after] = [lines[index - 1] as Line, lines[index] as Line]
    const text = before.text.trimEnd()
    const goesOn = continuation(text, after.text.replace(margin, ''))
    if (goesOn) breaks[goesOn].add({columns: columnsOf(text), room: roomFor(after.text)})
  }
  if (breaks.cased.breaks + breaks.uncased.breaks === 0) return undefined
  return likelier(breaks.cased.width(cased) ?? breaks.uncased.width(uncased), lines)
}

/** What explains more of the breaks within paragraphs: one width for all, or that of a typeset page. */
function likelier(fixed: Width | undefined, lines: readonly Line[]): Measure | undefined {
  const breaks = breaksIn(lines)
  const ragged = typesetWidth(lines, breaks)
  if (ragged && (!fixed || isBetter(ragged, fixed, breaks))) return {...ragged, ragged: true}
  return fixed && {...fixed, ragged: false}
}

function isBetter(one: Width, other: Width, {within, all, paragraphs}: Breaks): boolean {
  const fits = (width: Width) => within.filter((found) => explains(width, found)).length
  const explainsAll = (width: Width) => all.every((found) => explains(width, found))
  // Within paragraphs, no line is short, however a sentence ends it.
  return fits(one) > fits(other) || (paragraphs > 1 && explainsAll(one) && !explainsAll(other))
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
