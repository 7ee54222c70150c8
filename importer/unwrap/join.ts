/**
 * Lines that belong together → their text.
 */
import {kindOf, kinds} from '../characters.ts'
import {knownOf, stopWordBits, wordHash} from '../languages/words.ts'

const parted = /(?:^|[\s(“"‘«„])([^\s(“"‘«„]+)[-\u2010]$/u
const wide = /[\u3000-\u303f\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]/

/** Mail marks each line of a quotation; the first mark is enough. */
const quoted = /^>+ ?/

/**
 * One text of lines that were cleaned: a space between them, none where Chinese or Japanese goes on, and a word that was
 * parted at the end of a line whole again. Spaces that filled the lines up are one.
 */
export function joinTexts(texts: readonly string[]): string {
  if (texts.length === 1) return texts[0] as string
  return texts
    .map((text, index) => (index === 0 ? text : text.replace(quoted, '')).replace(/ {2,}/g, ' '))
    .reduce((whole, text) => {
      if (whole === '' || text === '') return whole + text
      const stem = isLower(text, 0) ? parted.exec(whole)?.[1] : undefined
      if (stem !== undefined) return (isCompound(stem) ? whole : whole.slice(0, -1)) + text
      return wide.test(whole.slice(-1)) && wide.test(text.charAt(0))
        ? whole + text
        : `${whole} ${text}`
    }, '')
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
