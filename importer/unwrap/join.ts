/**
 * Lines that belong together → their text.
 */
import {kindOf, kinds} from '../characters.ts'
import {knownOf, stopWordBits, wordHash} from '../languages/words.ts'

const wide = /[\u3000-\u303f\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]/
/** Mail marks each line of a quotation; the first mark is enough. */
const quoted = /^>+ ?/
const hyphens = '-\u2010'
const opening = /^[(“"‘«„]+/

/**
 * One text of lines that were cleaned: a space between them, none where Chinese or Japanese goes on, and a word that was
 * parted at the end of a line whole again. Spaces that filled the lines up are one.
 */
export function joinTexts(texts: readonly string[]): string {
  if (texts.length === 1) return texts[0] as string
  const parts: string[] = []
  for (const [index, line] of texts.entries()) {
    const text = (index === 0 ? line : line.replace(quoted, '')).replace(/ {2,}/g, ' ')
    const before = parts.at(-1)
    if (before) {
      const stem = partedStem(before, text)
      if (stem !== undefined && !isCompound(stem)) parts[parts.length - 1] = before.slice(0, -1)
      else if (stem === undefined && !goesOnWide(before, text)) parts.push(' ')
    }
    parts.push(text)
  }
  return parts.join('')
}

/** What stands before the hyphen at the end of a line, where the next one goes on with a small letter. */
function partedStem(line: string, next: string): string | undefined {
  if (!hyphens.includes(line.charAt(line.length - 1)) || !isLower(next, 0)) return undefined
  const stem = line.slice(line.lastIndexOf(' ') + 1, -1).replace(opening, '')
  return stem === '' ? undefined : stem
}

function goesOnWide(line: string, next: string): boolean {
  return wide.test(line.charAt(line.length - 1)) && wide.test(next.charAt(0))
}

/** `well-`, `two-`, `state-of-the-`, `20-`: their hyphen stood there before the line was broken. */
function isCompound(stem: string): boolean {
  return /[-\u2010\d]/.test(stem) || !isLower(stem, stem.length - 1) || isStopWord(stem)
}

function isStopWord(word: string): boolean {
  return stopWordBits(knownOf(wordHash(word))) !== 0
}

function isLower(text: string, index: number): boolean {
  return kindOf(text.charCodeAt(index)) === kinds.lower
}
