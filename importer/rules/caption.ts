import {says, wordingOf} from '../languages/wordings.ts'
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
    {text: 'The piers show cracks. Credit: Ada Lovelace, Harbour Museum', is: 'caption'},
    {text: 'Workers at the port. (Photo by Ada Lovelace)', is: 'caption'},
    {text: 'Ferries wait below the bridge. (Ada Lovelace / Harbour Times)', is: 'caption'},
    {text: 'He took the picture himself. The lesson: look before you leap.', not: 'caption'},
    {text: 'She stood on the left (above the door).', not: 'caption'},
    {text: 'The pump works at high pressure (2,175 psi / 150 bar)', not: 'caption'},
    {text: 'Photographs show that the bridge was safe.', not: 'caption'},
  ],
  match: ({text, wording, words}) =>
    text.length <= charsMax &&
    ((wording & says.captionCloser) !== 0 ||
      ((wording & says.captionOpener) !== 0 && (text.includes(':') || words <= 4)) ||
      closesWithCredit(text)),
}

/** In brackets, a name and where it belongs. */
const nameAndPaper = /\(\p{L}[^()/\d]{1,40}\/\s?\p{L}[^()/\d]{1,50}\)\.?$/u
/** A credit is the last thing that a caption says; so long at most, and its label. */
const creditCharsMax = 80
const labelCharsMax = 20

function closesWithCredit(text: string): boolean {
  if (text.includes('/', 1) && nameAndPaper.test(text)) return true
  if (text.endsWith(')') && isCredit(text.slice(text.lastIndexOf('(') + 1, -1))) return true
  const colon = text.lastIndexOf(': ')
  if (colon < 0 || text.length - colon > creditCharsMax) return false
  const sentence = /[.!?”"] (\p{L}[\p{L} ]*)$/u.exec(
    text.slice(Math.max(colon - labelCharsMax, 0), colon),
  )
  if (!sentence) return false
  const label = `${sentence[1]?.toLowerCase()}:`
  return (wordingOf(label, label) & says.captionOpener) !== 0
}

/** `Photo by Ada Lovelace`, `Photo: Ada Lovelace`. */
function isCredit(text: string): boolean {
  if (text.length > creditCharsMax || !/[:：]| (?:by|courtesy) /i.test(text)) return false
  return (wordingOf(text.toLowerCase(), text) & says.captionOpener) !== 0
}
