import {says} from '../languages/wordings.ts'
import type {Rule} from './rule.ts'

const charsMax = 400

export const caption: Rule = {
  name: 'caption',
  role: 'caption',
  why: 'The words under a picture open or close with who took it.',
  examples: [
    {text: 'Photo: Ada Lovelace', is: 'caption'},
    {text: 'The bridge on Monday (Getty Images)', is: 'caption'},
    {text: 'File photo', is: 'caption'},
    {text: 'Photographs show that the bridge was safe.', not: 'caption'},
  ],
  match: ({text, wording, words}) =>
    text.length <= charsMax &&
    ((wording & says.captionCloser) !== 0 ||
      ((wording & says.captionOpener) !== 0 && (text.includes(':') || words <= 4))),
}
