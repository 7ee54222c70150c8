/**
 * Twins of the headline: breadcrumbs, title bars and links to the page itself repeat it right above.
 */
import {endings, type Shape} from '../shape.ts'

/** Twins stand within so many lines. */
const within = 2
const charsMin = 12
/** A twin may be cut: lines are compared by their first characters. */
const openingChars = 24
/** A breadcrumb ends in the headline, which makes this share of it at least. */
const endingShareMin = 0.4
const charsMax = 200

/**
 * The last line above `bodyFrom` that says the same as the one at `title`: of a page, breadcrumbs come first and the
 * headline last. Copy that begins with its headline has it there.
 */
export function lastAbove(lines: readonly Shape[], title: number, bodyFrom: number): number {
  const text = lines[title]?.text.toLowerCase()
  if (title === 0 || text === undefined || text.length < charsMin || text.length > charsMax)
    return title
  for (let index = Math.min(bodyFrom, lines.length) - 1; index >= 0; index--) {
    const other = lines[index]?.text
    if (other?.length === text.length && other.toLowerCase() === text) return index
  }
  return title
}

/** The last of the lines that repeat the one at `title`, which may be itself. */
export function lowestTwin(lines: readonly Shape[], title: number): number {
  const line = lines[title]
  if (!line || line.text.length < charsMin || line.text.length > charsMax) return title
  for (let index = title + within; index > title; index--) {
    const below = lines[index]
    // A first sentence may say the same as the headline above it.
    if (!below || (below.ending === endings.sentence && line.ending !== endings.sentence)) continue
    if (repeats(line.text, below.text)) return index
  }
  return title
}

function repeats(above: string, below: string): boolean {
  if (below.length < charsMin || below.length > charsMax) return false
  const [one, other] = [bare(above), bare(below)]
  const opensAlike =
    one.length >= openingChars &&
    other.startsWith(one.slice(0, openingChars)) &&
    other.length >= one.length - 2
  return (
    one === other ||
    opensAlike ||
    (one.endsWith(other) && other.length >= one.length * endingShareMin)
  )
}

/** Letters and digits alone, in lower case. */
function bare(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
