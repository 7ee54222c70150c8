import type {Rule} from './rule.ts'

export const noWords: Rule = {
  name: 'noWords',
  role: 'boilerplate',
  why: 'A line of signs or a bare number is a rank, a count or an ornament.',
  examples: [
    {text: '* * *', is: 'boilerplate'},
    {text: '1530', is: 'boilerplate'},
    {text: '9/11', is: 'boilerplate'},
    {text: 'A', not: 'boilerplate'},
  ],
  match: ({letters}) => letters === 0,
}
