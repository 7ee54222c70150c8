/**
 * YAML between two fences at the top of a file.
 */
import type {Line} from '../split.ts'

/** Longer front matter is none. */
const linesMax = 60

/** The lines of the front matter, both fences included; 0 where there is none. */
export function frontMatterLength(lines: readonly Line[]): number {
  if (lines[0]?.text.trimEnd() !== '---') return 0
  for (let index = 1; index < Math.min(lines.length, linesMax); index++) {
    const {text} = lines[index] as Line
    if (/^(?:---|\.\.\.)\s*$/.test(text)) return index + 1
    if (index === 1 && !/^[\w-]+\s*:|^#/.test(text)) return 0
  }
  return 0
}
