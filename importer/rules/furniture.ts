import {says} from '../languages/wordings.ts'
import type {Rule} from './rule.ts'

export const furniture: Rule = {
  name: 'furniture',
  role: 'boilerplate',
  why: 'Buttons and menus leave their labels behind.',
  examples: [
    {text: 'Share', is: 'boilerplate'},
    {text: 'Skip to content', is: 'boilerplate'},
    {text: 'Share of voters', not: 'boilerplate'},
  ],
  match: ({wording}) => (wording & says.furniture) !== 0,
}
