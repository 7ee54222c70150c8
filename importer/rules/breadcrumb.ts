import type {Rule} from './rule.ts'

const charsMax = 200

export const breadcrumb: Rule = {
  name: 'breadcrumb',
  role: 'boilerplate',
  why: 'Menus and breadcrumbs are labels parted by bars, arrows or dots.',
  examples: [
    {text: 'Home > News > World', is: 'boilerplate'},
    {text: 'Privacy | Terms | Contact', is: 'boilerplate'},
    {text: 'He earns $12/hour.', not: 'boilerplate'},
  ],
  match: ({text, separators, words, ending}) =>
    separators >= 2 &&
    ending !== 1 &&
    text.length <= charsMax &&
    words <= separators * 5 &&
    words > 0,
}
