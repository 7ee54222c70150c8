import {says} from '../languages/wordings.ts'
import type {Rule} from './rule.ts'

export const endHeading: Rule = {
  name: 'endHeading',
  role: 'boilerplate',
  why: 'Comments, newsletters and notes on the author begin under headings of few wordings.',
  examples: [
    {text: 'Leave a comment', is: 'boilerplate'},
    {text: 'About the author', is: 'boilerplate'},
    {text: 'About 300 people came.', not: 'boilerplate'},
  ],
  match: ({wording}) => (wording & says.endHeading) !== 0,
}
