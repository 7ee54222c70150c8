import {opensStory} from '../languages/datelines.ts'
import {hasClock, hasDate} from '../languages/dates.ts'
import {says} from '../languages/wordings.ts'
import type {Rule} from './rule.ts'

const charsMax = 90
const wordsMax = 12
const stopWordsMax = 3

export const date: Rule = {
  name: 'date',
  role: 'date',
  why: 'The day of a story stands on a line of its own, often with the hour and what happened to the text then.',
  examples: [
    {text: 'April 16, 1945', is: 'date'},
    {text: 'Updated Dec. 22, 2023 11:48 a.m. ET', is: 'date'},
    {text: 'Publicado el 22 de diciembre de 2023 a las 11:48', is: 'date'},
    {text: '2023-12-22', is: 'date'},
    {text: 'Published 14:05', is: 'date'},
    {text: 'On April 16, 1945 the President spoke to the Congress.', not: 'date'},
    {text: 'WESTQUAY, March 12, 2026 - The Harbour Authority today opened its', not: 'date'},
    {text: 'Version 2.1', not: 'date'},
    {text: 'Museum to Set 50th Birthday Party', not: 'date'},
  ],
  match: ({text, digits, words, wording, ending, stopWords}) =>
    digits > 0 &&
    text.length <= charsMax &&
    words <= wordsMax &&
    (stopWords <= stopWordsMax || (wording & says.dateOpener) !== 0) &&
    (ending !== 1 || words <= 6) &&
    (hasDate(text) || ((wording & says.dateOpener) !== 0 && hasClock(text))) &&
    !opensStory(text),
}
