/**
 * Dates as news copy writes them, in all languages of the tables.
 */
import {languages} from './index.ts'
import {wordings} from './language.ts'
import {extendHash, wordHash, wordSeed} from './words.ts'

const months = new Map<string, number>()
for (const language of languages) {
  for (const [index, spellings] of wordings(language.months).entries()) {
    for (const spelling of spellings.split(' ')) months.set(spelling, index + 1)
  }
}

const escaped = (words: Iterable<string>) =>
  [...words]
    .sort((one, other) => other.length - one.length)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('|')

const month = `(${escaped(months.keys())})`
const year = String.raw`((?:19|20)\d{2})`
const day = String.raw`(0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th|er|º|\.)?`
/** Joins the parts of a date: `22. Dezember 2023`, `22 de diciembre de 2023`. */
const joint = String.raw`[\s.,]*(?:de|del|of)?[\s.,]*`

const dayMonthYear = new RegExp(
  `(?<![\\p{L}\\d])${day}${joint}${month}(?!\\p{L})${joint}${year}(?!\\d)`,
  'iu',
)
const monthDayYear = new RegExp(
  `(?<!\\p{L})${month}(?!\\p{L})[\\s.]*${day}[\\s,]+${year}(?!\\d)`,
  'iu',
)
const yearMonthDay =
  /(?<!\d)((?:19|20)\d{2})\s?[-/.年년]\s?(\d{1,2})\s?[-/.月월]\s?(\d{1,2})\s?[日일]?(?!\d)/u
const dayMonth = new RegExp(
  `(?<![\\p{L}\\d])(?:${day}${joint}${month}|${month}[\\s.]*${day})(?![\\p{L}\\d])`,
  'iu',
)
const numeric = /(?<!\d)\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d{2})(?!\d)/
const clock = /(?<!\d)\d{1,2}[:.h]\d{2}(?!\d)|(?<!\d)\d{1,2}\s?[ap]\.?m\b/i

/** A calendar day in the text, and where it stands there. */
export type FoundDate = {iso: string; start: number; end: number}

/** The first full date of the text. A date that could be read two ways (`03/04/2023`) is none. */
export function fullDateIn(text: string): FoundDate | undefined {
  const named = namesMonth(text)
    ? (found(text, dayMonthYear, ([day, month, year]) => [year, monthNumber(month), day]) ??
      found(text, monthDayYear, ([month, day, year]) => [year, monthNumber(month), day]))
    : undefined
  return named ?? found(text, yearMonthDay, ([year, month, day]) => [year, month, day])
}

/** Whether a date of any kind stands in the text, full or not. */
export function hasDate(text: string): boolean {
  return (namesMonth(text) && dayMonth.test(text)) || yearMonthDay.test(text) || numeric.test(text)
}

const letter = /[\p{L}\p{M}]/u
const isLetter = Uint8Array.from({length: 0x10000}, (_, unit) =>
  letter.test(String.fromCharCode(unit)) ? 1 : 0,
)
const monthHashes: ReadonlySet<number> = new Set([...months.keys()].map(wordHash))
/** Chinese, Japanese and Korean months are a number with a sign. */
const monthSigns = /[月월]/

/** A quick look that spares the long patterns on most lines; it may take another word for a month. */
function namesMonth(text: string): boolean {
  const lower = text.toLowerCase()
  let hash = wordSeed
  for (let index = 0; index < lower.length; index++) {
    const unit = lower.charCodeAt(index)
    if (isLetter[unit] === 1) hash = extendHash(hash, unit)
    else if (hash !== wordSeed) {
      if (monthHashes.has(hash)) return true
      hash = wordSeed
    }
  }
  return monthHashes.has(hash) || monthSigns.test(text)
}

export function hasClock(text: string): boolean {
  return clock.test(text)
}

type Parts = readonly (string | number | undefined)[]

function found(
  text: string,
  pattern: RegExp,
  order: (parts: string[]) => Parts,
): FoundDate | undefined {
  const match = pattern.exec(text)
  if (!match) return undefined
  const [year, month, day] = order(match.slice(1)).map(Number)
  if (!year || !month || !day || !isInCalendar(year, month, day)) return undefined
  const iso = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  return {iso, start: match.index, end: match.index + match[0].length}
}

function isInCalendar(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}

function monthNumber(word: string | undefined): number | undefined {
  return months.get(word?.toLowerCase() ?? '')
}

const updates = languages
  .flatMap(({updateOpeners}) => wordings(updateOpeners))
  .sort((one, other) => other.length - one.length)

/** Whether the text opens like the date of a later version. */
export function isUpdate(text: string): boolean {
  const lower = text.slice(0, updateChars).toLowerCase()
  return updates.some((opener) => lower.startsWith(opener))
}

const updateChars = 40

const time =
  /(?<!\d)(?<hour>\d{1,2})[:.h](?<minute>\d{2})(?::(?<second>\d{2}))?\s?(?<half>[ap]\.?m\.?)?\s?(?<zone>Z|UTC|GMT|[+-]\d{2}:?\d{2})?/i

/**
 * The date of the text as ISO 8601, as full as it is there: the day, and the hour where a time zone stands with it. An
 * hour without its zone would be a guess.
 */
export function timestampIn(text: string): string | undefined {
  const date = fullDateIn(text)
  if (!date) return undefined
  const {hour, minute, second = '00', half, zone} = time.exec(text.slice(date.end))?.groups ?? {}
  if (!hour || !zone || Number(hour) > (half ? 12 : 23) || Number(minute) > 59) return date.iso
  const hours = (Number(hour) % (half ? 12 : 24)) + (half?.toLowerCase().startsWith('p') ? 12 : 0)
  const offset = /^[+-]/.test(zone) ? zone.replace(/^([+-]\d{2}):?/, '$1:') : 'Z'
  return `${date.iso}T${String(hours).padStart(2, '0')}:${minute}:${second}${offset}`
}
