/**
 * List pages: title and teaser, again and again, and nowhere a story.
 */
import {isBlank, type Line} from '../split.ts'
import {isHeadline, isText} from './prose.ts'

const teasersMin = 4
/** A teaser is shorter than most paragraphs of a story. */
const teaserCharsMax = 320
/** Lines from one teaser to the next: the title, and perhaps a deck, a caption and a date. */
const apartMax = 6
/** Where more of the titles are questions, it is a conversation. */
const askedShareMax = 0.5
/** Of all lines of running text, teasers under titles of their own. */
const shareMin = 0.85

/** The lines at which the stories that a list page names begin; none where the file is no list page. */
export function teaserLines(lines: readonly Line[]): number[] {
  const filled = lines.filter((line) => !isBlank(line))
  const starts: number[] = []
  let texts = 0
  let asked = 0
  let last = -1
  for (const [index, line] of filled.entries()) {
    if (!isText(line)) continue
    if (line.text.length <= teaserCharsMax && (texts === 0 || index - last <= apartMax)) {
      const above = filled.slice(Math.max(last + 1, index - apartMax), index)
      const title = above.find(isHeadline)
      if (title) starts.push(title.number)
      if (title && isAsked(title)) asked++
    }
    texts++
    last = index
  }
  const isList = starts.length >= teasersMin && starts.length >= texts * shareMin
  return isList && asked <= starts.length * askedShareMax ? starts : []
}

/** Questions, and who speaks. */
const speech = /[?？]["”’»]?\s*$|^\p{L}[\p{L}. ]{0,24}[:：]\s/u

function isAsked({text}: Line): boolean {
  return speech.test(text)
}
