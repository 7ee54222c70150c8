import {kinds} from '../characters.ts'
import {says} from '../languages/wordings.ts'
import type {Rule} from './rule.ts'

const wordsMax = 14
/** A byline is a name: its words begin with capitals. */
const capitalisedMin = 0.6
/** Scripts without capitals: a name is short. */
const uncasedMax = 16

export const byline: Rule = {
  name: 'byline',
  role: 'byline',
  why: 'Copy names its author on a line of its own near the headline.',
  examples: [
    {text: 'By Ada Lovelace', is: 'byline'},
    {text: 'By Ada Lovelace and Charles Babbage, Staff Writers', is: 'byline'},
    {text: '홍길동 기자', is: 'byline'},
    {text: 'بقلم: آدا لوفليس', is: 'byline'},
    {text: '文：愛', is: 'byline'},
    {text: '文化', not: 'byline'},
    {text: 'By', is: 'byline'},
    {text: 'By now it was dark.', not: 'byline'},
    {text: 'Bylaws of the Society', not: 'byline'},
  ],
  match: ({wording, words, wide, letters, capitalised, ending, opening}) =>
    (wording & says.bylineOpener) !== 0 &&
    words <= wordsMax &&
    ending !== 1 &&
    (opening === kinds.letter || opening === kinds.wide
      ? words + wide <= uncasedMax && letters > 0
      : capitalised >= words * capitalisedMin),
}
