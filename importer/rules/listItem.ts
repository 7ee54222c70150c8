import {kinds} from '../characters.ts'
import type {Rule} from './rule.ts'

/** Marks that only bullets use, or a dash or star with a space behind, or a number with a stop or bracket. */
export const bullet = /^(?:[•●▪◦‣⁃∙·■►▶*]\s*|[-–—+]\s+)(?=\S)/
export const numeral = /^(?:\d{1,2}[.)]\s+|\(\d{1,2}\)\s+)(?=\S)/

/** Kinds of their first characters, which spare the patterns on most lines. */
const mayOpen: readonly number[] = [kinds.digit, kinds.sign, kinds.separator, kinds.joint]

export const listItem: Rule = {
  name: 'listItem',
  role: 'listItem',
  why: 'A bullet or a number opens each point of a list.',
  examples: [
    {text: '• Two eggs', is: 'listItem'},
    {text: '- two eggs, beaten', is: 'listItem'},
    {text: '3. Stir well.', is: 'listItem'},
    {text: '3.5 million people came.', not: 'listItem'},
    {text: '—and then it rained.', not: 'listItem'},
  ],
  match: ({text, opening}) =>
    mayOpen.includes(opening) && (bullet.test(text) || numeral.test(text)),
}
