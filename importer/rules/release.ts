import {says} from '../languages/wordings.ts'
import type {Rule} from './rule.ts'

const wordsMax = 14
const charsMax = 90

export const release: Rule = {
  name: 'release',
  role: 'boilerplate',
  why: 'Press offices say above the headline for whom the copy is, and from when on.',
  examples: [
    {text: 'FOR IMMEDIATE RELEASE', is: 'boilerplate'},
    {text: 'EMBARGOED UNTIL 9 A.M., MARCH 12, 2026', is: 'boilerplate'},
    {text: 'Pressemitteilung', is: 'boilerplate'},
    {text: 'Sperrfrist: 12. März 2026, 9 Uhr', is: 'boilerplate'},
    {text: 'COMMUNIQUÉ DE PRESSE', is: 'boilerplate'},
    {text: 'Para publicación inmediata', is: 'boilerplate'},
    {text: 'Для немедленной публикации', is: 'boilerplate'},
    {text: '新闻稿', is: 'boilerplate'},
    {text: 'Press release season begins in the harbour', not: 'boilerplate'},
    {
      text: 'For immediate release of the ferry, its crew asks no more than a new rudder and a week of rest.',
      not: 'boilerplate',
    },
  ],
  match: ({wording, text, words}) =>
    (wording & says.release) !== 0 && words <= wordsMax && text.length <= charsMax,
}
