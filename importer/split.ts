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
