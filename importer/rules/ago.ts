import {languages} from '../languages/index.ts'
import {wordings} from '../languages/language.ts'
import type {Rule} from './rule.ts'

const charsMax = 60
const units = languages.flatMap((language) => wordings(language.ago)).join('|')
const pattern = new RegExp(
  `(?:^|[^\\p{L}\\p{N}])(?:\\d{1,3}|an?)\\s?(?:${units})s?\\s(?:ago)(?!\\p{L})`,
  'iu',
)

export const ago: Rule = {
  name: 'ago',
  role: 'date',
  why: 'Lists of stories say how old each is.',
  examples: [
    {text: '2 hours ago', is: 'date'},
    {text: 'Campaign / 3 days ago', is: 'date'},
    {text: 'Long ago', not: 'date'},
  ],
  match: ({text, words}) => text.length <= charsMax && words <= 9 && pattern.test(text),
}
