import {languages} from '../languages/index.ts'
import {type Language, wordings} from '../languages/language.ts'
import type {Rule} from './rule.ts'

const charsMax = 60
const digits = String.raw`(?<![\p{L}\p{N}])(?:\d{1,3}|an?)`
const pattern = new RegExp(languages.map(patternOf).join('|'), 'iu')
/** A quick look that spares the long pattern on most lines. */
const words = new RegExp(languages.flatMap(({ago}) => wordings(ago.words)).join('|'))

/** The words stand before the number (`vor 3 Stunden`, `hace 3 horas`) or behind the unit (`3 hours ago`, `3小时前`). */
function patternOf({ago}: Language): string {
  const words = wordings(ago.words).join('|')
  const units = wordings(ago.units).join('|')
  const before = `(?<!\\p{L})(?:${words})\\s${digits}\\s?(?:${units})(?!\\p{L})`
  return `${before}|${digits}\\s?(?:${units})\\s?(?:${words})(?!\\p{L})`
}

export const ago: Rule = {
  name: 'ago',
  role: 'date',
  why: 'Lists of stories say how old each is.',
  examples: [
    {text: '2 hours ago', is: 'date'},
    {text: 'Campaign / 3 days ago', is: 'date'},
    {text: 'vor 3 Stunden', is: 'date'},
    {text: 'hace 2 días', is: 'date'},
    {text: '5小时前', is: 'date'},
    {text: 'Long ago', not: 'date'},
  ],
  match: ({text, lower, words: count, digits: figures}) =>
    text.length <= charsMax &&
    count <= 9 &&
    (figures > 0 || count < 6) &&
    words.test(lower) &&
    pattern.test(text),
}
