/**
 * Twins of the headline: breadcrumbs, title bars and links to the page itself repeat it right above.
 */
import {endings, type Shape} from '../shape.ts'

/** Twins that are not quite the same stand within so many lines, and not below the beginning of the body. */
const within = 4
/** There, the first lines of the body may look like twins: of these, the body is not yet sure. */
const besideBody = 2
const charsMin = 12
/** A twin may be cut: lines are compared by their first characters. */
const openingChars = 24
/** A breadcrumb ends in the headline, which makes this share of it at least. */
const endingShareMin = 0.4
const charsMax = 200

/** Log-odds that a line of the same words may have less than the other, and is the headline for standing below it. */
const lossMax = 0.5

type Page = {
  /** Log-odds of each line to be the headline. */
  scores: Float64Array
  bodyFrom: number
}

/** Where the headline is, when the line at `title` looks most like it: the last of those that repeat it, or itself. */
export function lowestTwin(lines: readonly Shape[], title: number, page: Page): number {
  if (isNamedAbove(lines, title - 1)) return title - 1
  const last = lastAlike(lines, title, page)
  const line = lines[last]
  if (!line || !isComparable(line.text)) return last
  for (
    let index = Math.min(last + within, Math.max(page.bodyFrom, last + besideBody));
    index > last;
    index--
  ) {
    const below = lines[index]
    // A first sentence may say the same as the headline above it.
    if (!below || (below.ending === endings.sentence && line.ending !== endings.sentence)) continue
    if (repeats(line.text, below.text)) return index
  }
  return last
}

/**
 * The last line above the body of the same words: of a page, breadcrumbs come first and the headline last. Captions
 * repeat it, too, but look less like one, and a file that begins with its headline has it there.
 */
function lastAlike(lines: readonly Shape[], title: number, {scores, bodyFrom}: Page): number {
  const text = lines[title]?.text.toLowerCase()
  if (text === undefined || !isComparable(text)) return title
  const enough = (scores[title] as number) - (title === 0 ? 0 : lossMax)
  for (let index = Math.min(bodyFrom, lines.length) - 1; index > title; index--) {
    const other = lines[index]?.text
    if ((scores[index] as number) <= enough || other?.length !== text.length) continue
    if (other.toLowerCase() === text) return index
  }
  return title
}

/** A name or an address may end in a short headline, and a number behind it. */
const namedShareMin = 0.3
const isAddress = /^https?:/

/** Whether a breadcrumb or the page's address right above the line names it: then the line below it is its deck. */
function isNamedAbove(lines: readonly Shape[], index: number): boolean {
  const [line, above] = [lines[index], lines[index - 1]]
  if (!line || !above || !isComparable(line.text) || !isComparable(above.text)) return false
  if (above.text.length <= line.text.length) return false
  const [name, named] = [bare(above.text), bare(line.text)]
  if (named.length < name.length * namedShareMin) return false
  return isAddress.test(above.text) ? name.includes(named) : name.endsWith(` ${named}`)
}

function isComparable({length}: string): boolean {
  return length >= charsMin && length <= charsMax
}

function repeats(above: string, below: string): boolean {
  if (!isComparable(below)) return false
  const [one, other] = [bare(above), bare(below)]
  const opensAlike =
    one.length >= openingChars &&
    other.startsWith(one.slice(0, openingChars)) &&
    other.length >= one.length - 2
  return (
    one === other ||
    opensAlike ||
    (one.endsWith(other) && other.length >= one.length * endingShareMin) ||
    isWithSite(above, below)
  )
}

/** `Bridge opens again - The Harbour Times` above `Bridge opens again`. */
function isWithSite(above: string, below: string): boolean {
  const rest = above.slice(below.length)
  return /^\s+[-–—|·»]\s/.test(rest) && above.toLowerCase().startsWith(below.toLowerCase())
}

/** Letters and digits alone, in lower case. */
function bare(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
