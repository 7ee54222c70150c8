/**
 * Lines that are body however unsure the model is of them: those right above the counter that closes a story,
 * and the prose of copy that holds little else.
 */
import {countIn} from '../languages/counters.ts'
import {isParagraph, isProse} from '../model/prose.ts'
import type {Rule} from '../rules/rule.ts'
import {endings, type Shape} from '../shape.ts'

/** Lines looked at above the counter. */
const linesMax = 12
/** Shorter ones are labels as often as not. */
const sentenceWordsMin = 3
const subheadingCharsMax = 90

export type Named = readonly (Rule | undefined)[]

/** Pages are longer: of their lines, the model knows more. */
export const shortLinesMax = 14

/**
 * The prose of short copy between its headline and its tail, and the sentences in between; where it has none, all
 * sentences. By index; `from` is the first line below the headline.
 */
export function linesOfShortCopy(lines: readonly Shape[], named: Named, from: number): number[] {
  if (lines.length > shortLinesMax) return []
  const head = lines.slice(from, from + headLinesMax)
  // Above byline and date stands a deck.
  const start = head.findLastIndex(({index}) => opening.has(named[index]?.name ?? '')) + 1
  const below = lines.slice(from + start)
  const first = below.findIndex((shape) => !named[shape.index] && endsSentence(shape))
  const tail = below.findIndex(({index}, at) => at > first && closing.has(named[index]?.name ?? ''))
  const open = below.slice(0, tail < 0 ? undefined : tail).filter(({index}) => !named[index])
  const prose = open.filter(isProse)
  const [top, bottom] = [prose[0]?.index ?? 0, prose.at(-1)?.index ?? lines.length]
  const sentences = open.filter((shape) => isProse(shape) || endsSentence(shape))
  return sentences.map(({index}) => index).filter((index) => index >= top && index <= bottom)
}

/** Rules that take the lines of a tail. */
const closing: ReadonlySet<string> = new Set([
  'counter',
  'relatedHeading',
  'endHeading',
  'endLine',
  'breadcrumb',
])
/** Rules that take the lines between headline and body. */
const opening: ReadonlySet<string> = new Set(['byline', 'date'])
const headLinesMax = 4

function endsSentence({ending}: Shape): boolean {
  return ending === endings.sentence
}

/** The lines that belong to the body because what closes the story stands below them; by index. */
export function linesAboveEnd(
  lines: readonly Shape[],
  named: Named,
  isBody: readonly boolean[],
): ReadonlySet<number> {
  const end = counterBelow(lines, named, isBody) ?? endBelow(lines, named, isBody)
  if (end === undefined) return none
  const between = lines.slice(isBody.lastIndexOf(true) + 1, end)
  const open = between.every(({index}) => !named[index])
  const last = between.at(-1)
  if (!open || !last || !isProseOrSentence(last) || isAside(last)) return none
  const found = between.filter((shape) => isProseOrSentence(shape) || isSubheading(shape, lines))
  return new Set(found.map(({index}) => index))
}

const none: ReadonlySet<number> = new Set()

function isProseOrSentence(shape: Shape): boolean {
  return isProse(shape) || (endsSentence(shape) && shape.words >= sentenceWordsMin)
}

/** Of its words: `Dogs travel free.` calls for nothing. */
const promotionShareMin = 0.3

/** A call to readers, or who wrote it. */
function isAside(shape: Shape): boolean {
  const [, promotion, , authorship] = shape.classes
  const isAbout = authorship > 0 || promotion >= shape.words * promotionShareMin
  return isAbout && !isParagraph(shape)
}

/** Index of another line that closes the story, one line below the body at most. */
function endBelow(
  lines: readonly Shape[],
  named: Named,
  isBody: readonly boolean[],
): number | undefined {
  const last = isBody.lastIndexOf(true)
  const end = lines.findIndex(({index}) => index > last && closing.has(named[index]?.name ?? ''))
  return last >= 0 && end === last + 2 ? end : undefined
}

/** Index of the counter of reads, comments or shares that closes the story, if it stands close below the body. */
export function counterBelow(
  lines: readonly Shape[],
  named: Named,
  isBody: readonly boolean[],
): number | undefined {
  const last = isBody.lastIndexOf(true)
  const counter = lines.findIndex(({index}) => index > last && named[index]?.name === 'counter')
  const near = last >= 0 && counter > last && counter - last <= linesMax
  return near && isOfReaders(lines[counter]) ? counter : undefined
}

function isOfReaders(shape: Shape | undefined): boolean {
  const counts = countIn(shape?.text ?? '')?.counts
  return counts !== undefined && counts !== 'minutes'
}

/** Lines that name an address call somebody to something. */
const address = /www\.|:\/\/|@/i

/** A short line that blank lines part from the text on either side. */
export function isSubheading(
  {index, text, ending, blanksBefore}: Shape,
  lines: readonly Shape[],
): boolean {
  const parted = blanksBefore > 0 && (lines[index + 1]?.blanksBefore ?? 0) > 0
  const short = ending === endings.none && text.length <= subheadingCharsMax
  return parted && short && !address.test(text)
}
