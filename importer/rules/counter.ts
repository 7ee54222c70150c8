import {countIn} from '../languages/counters.ts'
import type {Rule} from './rule.ts'

export const counter: Rule = {
  name: 'counter',
  role: 'counter',
  why: 'Sites print how often a story was read, shared or commented on as a line of its own.',
  examples: [
    {text: '- 4 reads', is: 'counter'},
    {text: '15,023 reads', is: 'counter'},
    {text: '1.7Mshares', is: 'counter'},
    {text: '35Comments', is: 'counter'},
    {text: '3 min read', is: 'counter'},
    {text: 'Views: 1530', is: 'counter'},
    {text: '閲覧数 345', is: 'counter'},
    {text: '4 people were hurt', not: 'counter'},
    {text: 'Room 12', not: 'counter'},
  ],
  match: ({text, digits}) => digits > 0 && countIn(text) !== undefined,
}
