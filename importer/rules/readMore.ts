import {says} from '../languages/wordings.ts'
import type {Rule} from './rule.ts'

const charsMax = 250

export const readMore: Rule = {
  name: 'readMore',
  role: 'related',
  why: 'Inside a story, a link to another one opens with a call and a colon.',
  examples: [
    {text: 'READ MORE: Bridge reopens after a year', is: 'related'},
    {text: 'Related: Bridge closed', is: 'related'},
    {text: 'Read aloud, the poem is short.', not: 'related'},
  ],
  match: ({text, lower, wording}) =>
    (wording & says.relatedOpener) !== 0 && text.length <= charsMax && calls(lower),
}

/** The colon, bar or arrow has to come soon: prose may open with the same words. */
function calls(lower: string): boolean {
  return /^[^:：|>→»]{2,28}[:：|>→»]/.test(lower)
}
