/** Texts cut and dressed for reading. */

/** At most so many characters, cut behind a word where one ends near, with an ellipsis. */
export function shorten(text: string, charactersMax: number): string {
  const [...characters] = text.slice(0, 2 * charactersMax + 2).trim()
  if (characters.length <= charactersMax) return characters.join('')
  const cut = characters.slice(0, charactersMax - 1).join('')
  const word = cut.replace(/[\s\p{P}]+\S*$/u, '')
  return `${word.length > cut.length / 2 ? word : cut}…`
}

const numbers = new Intl.NumberFormat('en')

export const readCount = (reads: number) =>
  `${numbers.format(reads)} ${reads === 1 ? 'read' : 'reads'}`

/** The parts of a date that the copy may name, and how they read. */
const dateStyles: readonly [RegExp, Intl.DateTimeFormatOptions][] = [
  [/^\d{4}$/, {year: 'numeric'}],
  [/^\d{4}-\d{2}$/, {year: 'numeric', month: 'long'}],
  [/^\d{4}-\d{2}-\d{2}/, {year: 'numeric', month: 'long', day: 'numeric'}],
]

/** `2026-03-02T06:00:00Z` → `2 March 2026`; as full as the copy gives it, undefined for what is no date. */
export function readDate(date: string): string | undefined {
  const style = dateStyles.find(([shape]) => shape.test(date))?.[1]
  // The calendar day that the copy names, whatever the time zone of the server.
  const day = new Date(`${date.slice(0, 10)}${date.length > 7 ? 'T00:00:00Z' : ''}`)
  if (!style || Number.isNaN(day.getTime())) return undefined
  return new Intl.DateTimeFormat('en-GB', {...style, timeZone: 'UTC'}).format(day)
}

/** A date as data: undefined for what is none. */
export const dateValue = (date: string | null) => (date && readDate(date) ? date : undefined)

/** A BCP 47 tag as it may stand in a page; undefined for what is none. */
export const languageTag = (language: string | null) =>
  language && /^[a-z]{2,3}(-[a-z\d]{2,8})*$/i.test(language) ? language : undefined

const rightToLeft =
  /^[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u

/** How a text runs, by its first letter: a headline gives a whole teaser its direction, small words in it too. */
export function directionOf(text: string): 'ltr' | 'rtl' {
  const [letter = ''] = text.match(/\p{L}/u) ?? []
  return rightToLeft.test(letter) ? 'rtl' : 'ltr'
}
