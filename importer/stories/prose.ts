/**
 * What a story needs at least: a headline and prose.
 */
import {says, wordingOf} from '../languages/wordings.ts'
import {clean} from '../normalise.ts'
import {isBlank, type Line} from '../split.ts'
import {isDivider} from './dividers.ts'

const headlineChars = {min: 8, max: 160} as const
/** Chinese and Japanese say as much in fewer signs. */
const wideCharsMin = 4
const proseCharsMin = 80
const textCharsMin = 40
const wideProseCharsMin = 30
/** Of prose, a story has so many lines at least, or so many characters in a single one. */
const proseLinesMin = 2
const proseCharsEnough = 600

const link = /!?\[[^[\]\n]{0,500}\]\([^)\s]{0,2000}\)|https?:\/\/\S{1,2000}/g
const wide = /[\u3040-\u30ff\u3400-\u9fff]/
/** Wordings that head no story. */
const headsNone =
  says.relatedHeading | says.endHeading | says.furniture | says.endOpener | says.release

export function isStory(lines: readonly Line[]): boolean {
  const filled = lines.filter((line) => !isBlank(line) && !isDivider(line))
  const first = filled[0]
  if (!first || !isHeadline(first)) return false
  const prose = filled.slice(1).filter(isLongText)
  return prose.length >= proseLinesMin || prose.some(({text}) => text.length >= proseCharsEnough)
}

/** Whether a line may be the headline of a story. */
export function isHeadline({text}: Line): boolean {
  if (text.length > headlineChars.max * 2) return false
  const words = clean(text)
  const min = wide.test(words) ? wideCharsMin : headlineChars.min
  if (words.length < min || words.length > headlineChars.max) return false
  if (/[.:;,。，：；]$/.test(words) || !/\p{L}/u.test(words) || isLink(words)) return false
  return (wordingOf(words.toLowerCase(), words) & headsNone) === 0
}

/** Whether a line is text of any length rather than a label or a title. */
export function isText(line: Line): boolean {
  return (
    isLongText(line) ||
    (line.text.length >= textCharsMin && /[.!?。！？]["”’»」]?\s*$/.test(line.text))
  )
}

/** Whether a line is a paragraph; addresses do not count. */
export function isLongText({text}: Line): boolean {
  if (text.length < wideProseCharsMin) return false
  const long = text.length >= proseCharsMin || wide.test(text)
  if (!long) return false
  return !isLink(text) || text.replace(link, '').trim().length >= proseCharsMin
}

/** Handles, too: posts from elsewhere are no stories. */
function isLink(text: string): boolean {
  return (
    text.includes('](') ||
    text.includes('://') ||
    text.includes('pic.twitter') ||
    (text.includes('@') && /@\w/.test(text))
  )
}
