/**
 * Lines → paragraphs: copy from mail and typewriters breaks its lines at a fixed width. Such lines are read together.
 */
import type {Line} from './split.ts'

/** Copy is taken for hard-wrapped where lines end within these widths, in characters. */
const widthMin = 50
const widthMax = 90
/** So many line breaks have to be forced by the width, and this share of all breaks inside runs. */
const breaksMin = 5
const forcedShareMin = 0.8

/** Groups of lines that belong together, in order; blank lines stand by themselves. */
export function unwrap(lines: readonly Line[]): (readonly Line[])[] {
  const width = widthOf(lines)
  const groups: Line[][] = []
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1]
    if (width && before && isForced(before, line, width)) groups.at(-1)?.push(line)
    else groups.push([line])
  }
  return groups
}

/** The width at which the lines were broken; nothing where they were not. */
function widthOf(lines: readonly Line[]): number | undefined {
  let longest = 0
  for (const {text} of lines) {
    const length = text.trimEnd().length
    if (length > widthMax) return undefined
    longest = Math.max(longest, length)
  }
  if (longest < widthMin) return undefined
  let breaks = 0
  let forced = 0
  for (let index = 1; index < lines.length; index++) {
    const [before, line] = [lines[index - 1] as Line, lines[index] as Line]
    if (isBlank(before) || isBlank(line)) continue
    breaks++
    if (isForced(before, line, longest)) forced++
  }
  return forced >= breaksMin && forced >= breaks * forcedShareMin ? longest : undefined
}

/** Whether the next line's first word had no room, and nothing says that a paragraph begins. */
function isForced(before: Line, line: Line, width: number): boolean {
  if (isBlank(before) || isBlank(line) || /^[\s>#*•–-]/.test(line.text)) return false
  const word = /^\S+/.exec(line.text)?.[0] ?? ''
  return before.text.trimEnd().length + 1 + word.length > width
}

function isBlank({text}: Line): boolean {
  return text.trim() === ''
}

const hyphenated = /\p{Ll}[-\u2010]$/u

/** The text of lines that belong together; a word that was parted at the end of a line is whole again. */
export function joinTexts(texts: readonly string[]): string {
  return texts.reduce((whole, text) => {
    if (whole === '') return text
    return hyphenated.test(whole) && /^\p{Ll}/u.test(text)
      ? whole.slice(0, -1) + text
      : `${whole} ${text}`
  }, '')
}
