/**
 * Text → lines. The lines' texts and terminators together give the text back, unit by unit.
 */

/** One line; ends at LF, CRLF or CR. Offsets count UTF-16 units from the start of `Source.text`. */
export type Line = {
  /** From 1. */
  number: number
  start: number
  /** Behind the text, before the terminator. */
  end: number
  text: string
  /** What ended the line; empty at the end of the file. */
  terminator: '' | '\n' | '\r\n' | '\r'
}

/** A text that ends in a terminator has no further, empty line behind it; an empty text has no lines. */
export function split(text: string): Line[] {
  const lines: Line[] = []
  let start = 0
  let lineFeed = text.indexOf('\n')
  let carriageReturn = text.indexOf('\r')
  while (start < text.length) {
    if (lineFeed >= 0 && lineFeed < start) lineFeed = text.indexOf('\n', start)
    if (carriageReturn >= 0 && carriageReturn < start) carriageReturn = text.indexOf('\r', start)
    const end = firstOf(lineFeed, carriageReturn, text.length)
    const terminator = terminatorAt(text, end)
    lines.push({number: lines.length + 1, start, end, text: text.slice(start, end), terminator})
    start = end + terminator.length
  }
  return lines
}

const graphicFrom = 0x21
const graphicTo = 0x7e

/** Whether a line holds nothing but spaces; the first unit tells of most that they do not. */
export function isBlank({text}: Line): boolean {
  const first = text.charCodeAt(0)
  return !(first >= graphicFrom && first <= graphicTo) && text.trim() === ''
}

/** Looking for the next of either kind once, not once a line, keeps files without the one kind linear. */
function firstOf(one: number, other: number, otherwise: number): number {
  if (one < 0 && other < 0) return otherwise
  if (one < 0 || other < 0) return Math.max(one, other)
  return Math.min(one, other)
}

function terminatorAt(text: string, end: number): Line['terminator'] {
  if (end === text.length) return ''
  if (text[end] === '\n') return '\n'
  return text[end + 1] === '\n' ? '\r\n' : '\r'
}
