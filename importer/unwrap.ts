/**
 * Lines → paragraphs: copy from mail and typewriters breaks its lines at a fixed width, copy from typeset pages at one
 * that hardly differs. Such lines are read together.
 */
import {endsSentence, kindOf, kinds} from './characters.ts'
import {isBlank, type Line} from './split.ts'
import {columnsOf, roomFor} from './unwrap/columns.ts'
import {explains, type Width} from './unwrap/profile.ts'
import {widthOf} from './unwrap/width.ts'

export {joinTexts} from './unwrap/join.ts'

/** Groups of lines that belong together, in order; blank lines stand by themselves. */
export function unwrap(lines: readonly Line[]): (readonly Line[])[] {
  const width = widthOf(lines)
  if (width === undefined) return apart(lines)
  const loose = isLoose(lines, width)
  const top = lines.find((line) => !isBlank(line))
  const groups: Line[][] = []
  for (const line of lines) {
    const group = groups.at(-1)
    const before = group?.at(-1)
    if (group && before && isForced(before, line, width) && goesOn(group, line, {loose, top})) {
      group.push(line)
    } else groups.push([line])
  }
  return width.ragged
    ? groups.flatMap((group) => (readsOn(group) ? [group] : apart(group)))
    : groups
}

function apart(lines: readonly Line[]): (readonly Line[])[] {
  return lines.map((line) => [line])
}

/**
 * Lines of about one length may be rows of a table. They are a paragraph where one of them goes on with a small letter, or
 * a sentence ends the last one.
 */
function readsOn(group: readonly Line[]): boolean {
  const [, ...below] = group
  return below.some(startsLower) || endsSentence(group.at(-1)?.text ?? '')
}

/** Whether the next line's first word had no room. */
function isForced(before: Line, line: Line, width: Width): boolean {
  if (isBlank(before) || isBlank(line)) return false
  return explains(width, {columns: columnsOf(before.text.trimEnd()), room: roomFor(line.text)})
}

/**
 * Whether the end of a sentence may be the end of a paragraph: unless blank lines or indents are seen to part the
 * paragraphs, and nothing else does.
 */
function isLoose(lines: readonly Line[], width: Width): boolean {
  let parted = false
  for (let index = 1; index < lines.length; index++) {
    const [before, line, after] = [lines[index - 1], lines[index], lines[index + 1]] as Line[]
    if (!before || !line) continue
    if (isBlank(before)) parted ||= after !== undefined && isForced(line, after, width)
    else if (indentOf(line) > indentOf(before)) parted = true
    else if (isBlank(line) || isForced(before, line, width) || marked.test(line.text)) continue
    else if (endsSentence(before.text)) return true
  }
  return !parted
}

/** Signs that open a line of their own: bullets, headings, quotations. */
const marked = /^\s*[•●▪◦‣⁃∙·■►▶*#>|]/
/** These open one, too, unless a sentence is under way. */
const perhapsMarked = /^\s*(?:[-–—+]\s|\(?\d{1,2}[.)]\s)/

type Layout = {loose: boolean; top: Line | undefined}

/** Whether nothing says that a paragraph begins with the line. */
function goesOn(group: readonly Line[], line: Line, {loose, top}: Layout): boolean {
  const [first, before] = [group[0] as Line, group.at(-1) as Line]
  const isItem = marked.test(first.text) || perhapsMarked.test(first.text)
  if (isQuoted(first) || isQuoted(line)) return isQuoted(first) && isQuoted(line)
  if (marked.test(line.text) || (isItem && perhapsMarked.test(line.text))) return false
  if (!isItem && indentOf(line) > indentOf(before)) return false
  if (startsLower(line)) return true
  if (endsSentence(before.text)) return !loose && !perhapsMarked.test(line.text)
  return before !== top || (isAllCapitals(before) && isAllCapitals(line))
}

function isQuoted({text}: Line): boolean {
  return text.startsWith('>')
}

function isAllCapitals({text}: Line): boolean {
  return text === text.toUpperCase() && text !== text.toLowerCase()
}

function startsLower({text}: Line): boolean {
  return kindOf(text.trimStart().charCodeAt(0)) === kinds.lower
}

function indentOf({text}: Line): number {
  return text.length - text.trimStart().length
}
