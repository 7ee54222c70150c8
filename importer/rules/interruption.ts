import {says} from '../languages/wordings.ts'
import type {Rule} from './rule.ts'

export const interruption: Rule = {
  name: 'interruption',
  role: 'boilerplate',
  why: 'Adverts stand between the paragraphs of a story, which goes on below them.',
  examples: [
    {text: 'ADVERTISEMENT', is: 'boilerplate'},
    {text: 'Article continues after this ad', is: 'boilerplate'},
    {text: 'Weiter nach der Werbung', is: 'boilerplate'},
    {text: 'Advertisement for a lost dog', not: 'boilerplate'},
  ],
  match: ({wording}) => (wording & says.interruption) !== 0,
}
