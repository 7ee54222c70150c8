import type {Rule} from './rule.ts'

/** Nothing but links of Markdown. */
const markdownLinks = /^(?:\[[^[\]\n]{0,500}\]\([^()\s]{1,2000}\)[\s|•·-]*)+$/
const pattern = /^(?:https?:\/\/\S+|www\.\S+|[\w.+-]+@[\w-]+\.[\w.]+|@\w{2,})$/i

export const address: Rule = {
  name: 'address',
  role: 'boilerplate',
  why: 'A line that is nothing but an address was a link or a handle.',
  examples: [
    {text: 'https://example.org/story', is: 'boilerplate'},
    {text: '@example', is: 'boilerplate'},
    {text: 'ada@example.org', is: 'boilerplate'},
    {text: '[Elsewhere](https://example.org/story)', is: 'boilerplate'},
    {text: 'Write to ada@example.org for tickets.', not: 'boilerplate'},
  ],
  match: ({text, words}) =>
    (words <= 12 && pattern.test(text)) || (text.includes('](') && markdownLinks.test(text)),
}
