import {says} from '../languages/wordings.ts'
import type {Rule} from './rule.ts'

export const endLine: Rule = {
  name: 'endLine',
  role: 'boilerplate',
  why: 'Copyright, licence and subscription lines open with few wordings.',
  examples: [
    {text: 'Copyright 2024 The Example. All rights reserved.', is: 'boilerplate'},
    {text: 'Sign up for our newsletter', is: 'boilerplate'},
    {text: 'Copyrighted works were shown.', not: 'boilerplate'},
  ],
  match: ({wording}) => (wording & says.endOpener) !== 0,
}
