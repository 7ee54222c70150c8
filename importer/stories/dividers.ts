/**
 * Stories that rules or form feeds part.
 */
import type {Line} from '../split.ts'

/** A line of nothing but one sign again and again, or a form feed. */
const divider = /^\s*(?:={3,}|-{3,}|\*{3,}|_{3,}|#{3,}|~{3,})\s*$|\f/

/** A divider ends the story above it. */
export function startsByDividers(lines: readonly Line[], from: number): number[] {
  const starts: number[] = []
  for (let index = from; index < lines.length - 1; index++) {
    if (isDivider(lines[index] as Line)) starts.push(index + 1)
  }
  return starts
}

/** A quick look spares the pattern on most lines. */
export function isDivider({text}: Line): boolean {
  const opens = signs.includes(text.trimStart().charAt(0)) || text.includes('\f')
  return opens && divider.test(text)
}

const signs = '=-*_#~'
