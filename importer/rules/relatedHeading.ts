import {says} from '../languages/wordings.ts'
import type {Rule} from './rule.ts'

export const relatedHeading: Rule = {
  name: 'relatedHeading',
  role: 'boilerplate',
  why: 'Links to other stories stand under headings of few wordings.',
  examples: [
    {text: 'Related stories', is: 'boilerplate'},
    {text: 'YOU MAY ALSO LIKE:', is: 'boilerplate'},
    {text: 'Related by blood, the two never met.', not: 'boilerplate'},
  ],
  match: ({wording}) => (wording & says.relatedHeading) !== 0,
}
