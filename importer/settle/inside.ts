/**
 * Where the body ends, and lines inside it that belong to it however unsure the model is of them: headings and lists.
 */

import {says} from '../languages/wordings.ts'
import {endings, type Shape} from '../shape.ts'
import {counterBelow, isSubheading, type Named, shortLinesMax} from './close.ts'

/**
 * Headings between lines of the body, by index: those that Markdown marks, and lines that stand by themselves between
 * two paragraphs, or above one in short copy, or in copy that a counter of reads closes.
 */
export function headingsInside(
  lines: readonly Shape[],
  named: Named,
  isBody: readonly boolean[],
): number[] {
  const plain = lines.length <= shortLinesMax || counterBelow(lines, named, isBody) !== undefined
  const inside = lines.slice(isBody.indexOf(true) + 1, Math.max(isBody.lastIndexOf(true), 0))
  const found = inside.filter((shape) => {
    const {index, wording} = shape
    if (named[index]?.name === 'heading') return (wording & headsNone) === 0
    if (named[index] || !isBody[index + 1] || !isSubheading(shape, lines)) return false
    return plain || (isBody[index - 1] && isBetweenParagraphs(lines, index))
  })
  return found.map(({index}) => index)
}

/** Shorter ones are labels as often as not. */
const paragraphCharsMin = 60

function isBetweenParagraphs(lines: readonly Shape[], index: number): boolean {
  const [above, below] = [lines[index - 1], lines[index + 1]]
  return above?.ending === endings.sentence && (below?.size ?? 0) > paragraphCharsMin
}

/** Over links and comments stand headings, too. */
const headsNone = says.relatedHeading | says.endHeading

/**
 * The points of lists between lines of the body, by index: of those of which any point is part of the body, and of those
 * that a line with a colon opens, or a heading where the points are no titles, with that line.
 */
export function listsInside(
  lines: readonly Shape[],
  named: Named,
  isBody: readonly boolean[],
): number[] {
  const [first, last] = [isBody.indexOf(true), isBody.lastIndexOf(true)]
  const isHeading = ({text, ending}: Shape) =>
    ending === endings.none && text.length <= headingCharsMax
  const isNoTitle = (index: number) => {
    const {text, words} = lines[index] as Shape
    return words <= labelWordsMax || begins.test(text)
  }
  return listsOf(named).flatMap((list) => {
    const [above, end] = [(list[0] as number) - 1, list.at(-1) as number]
    if (first < 0 || above < first || end > last) return []
    const opener = named[above] ? undefined : lines[above]
    const opened = opener?.ending === endings.colon
    const headed = opener && above > first && isHeading(opener) && list.every(isNoTitle)
    if (opened || headed) return [above, ...list]
    return list.some((index) => isBody[index]) ? list : []
  })
}

const pointsMin = 2
const headingCharsMax = 40
/** The titles of other stories have more words. */
const labelWordsMax = 3
/** A bullet, and what no title of another story begins with: a small letter, a number. */
const begins = /^[^\p{L}\p{N}]*[\p{Ll}\p{N}]/u

function listsOf(named: Named): number[][] {
  const lists: number[][] = []
  for (const [index, rule] of named.entries()) {
    if (rule?.name !== 'listItem') continue
    const list = lists.at(-1)
    if (list?.at(-1) === index - 1) list.push(index)
    else lists.push([index])
  }
  return lists.filter(({length}) => length >= pointsMin)
}

/** Lines at the end of the body that are nothing but addresses, by index: a story ends in words. */
export function addressesBehind(named: Named, isBody: readonly boolean[]): number[] {
  const found: number[] = []
  for (let index = isBody.length - 1; index >= 0; index--) {
    if (!isBody[index]) continue
    if (named[index]?.name !== 'address') break
    found.push(index)
  }
  return found
}
