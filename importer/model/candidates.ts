/**
 * Which lines may be the headline.
 */
import {isMasthead} from '../languages/mastheads.ts'
import {says} from '../languages/wordings.ts'
import type {BodyGuess} from './features/likely.ts'
import {maskOf} from './mask.ts'
import type {View} from './view.ts'

/** A longer line is no headline, unless the file begins with it. */
const sizeMax = 160
/** A line that is surely part of the body is no headline, unless the file begins with it. */
const bodyLikelyMax = 0.65
/** A paper's name stands at the very top. */
const mastheadLines = 3
/** What the page says is no headline, not even at the top of a file. */
const ofThePage = [
  'counter',
  'address',
  'noWords',
  'relatedHeading',
  'endHeading',
  'furniture',
  'ago',
  'endLine',
  'breadcrumb',
  'feedLine',
] as const
const neverFirst = maskOf(ofThePage)
/** Lines of these rules stand around headlines, and are none. Dates are not among them: headlines hold some. */
const never = maskOf([...ofThePage, 'byline', 'caption'])

/** 1 for each line that may be one: none stands below the beginning of the body, if any was found. */
export function candidatesOf({lines, matched}: View, {likely, from, to}: BodyGuess): Uint8Array {
  const candidates = new Uint8Array(lines.length)
  const end = from < to ? from + 1 : lines.length
  for (const {index, text, size, wording} of lines) {
    if (index >= end) break
    const isNamed = ((matched[index] as number) & (index === 0 ? neverFirst : never)) !== 0
    const isName = (wording & says.sectionName) !== 0 || (index < mastheadLines && isMasthead(text))
    const isFree = !isNamed && !isName
    const may = index === 0 || (size <= sizeMax && (likely[index] as number) <= bodyLikelyMax)
    candidates[index] = isFree && may ? 1 : 0
  }
  if (!candidates.includes(1)) candidates[0] = 1
  return candidates
}
