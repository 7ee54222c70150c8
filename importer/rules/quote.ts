import type {Rule} from './rule.ts'

export const quote: Rule = {
  name: 'quote',
  role: 'quote',
  why: 'Markdown and mail mark a quotation with an angle bracket before each line.',
  examples: [
    {text: '> We must carry on.', is: 'quote'},
    {text: '“We must carry on,” he said.', not: 'quote'},
  ],
  match: ({text}) => text.charCodeAt(0) === 0x3e && /^>+ ?\S/.test(text),
}
