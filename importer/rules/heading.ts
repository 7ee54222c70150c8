import type {Rule} from './rule.ts'

export const markdownHeading = /^#{1,6}\s+(?=\S)/

export const heading: Rule = {
  name: 'heading',
  role: 'subheading',
  why: 'Markdown marks headings with number signs.',
  examples: [
    {text: '## What happens next', is: 'subheading'},
    {text: '#climate', not: 'subheading'},
  ],
  match: ({text}) => text.charCodeAt(0) === 0x23 && markdownHeading.test(text),
}
