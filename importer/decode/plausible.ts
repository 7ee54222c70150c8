/**
 * Whether decoded characters look like text that people wrote.
 */

/** Text has next to no control characters; a picture or an archive is full of them. */
const controlsShareMax = 0.002
/** Tab, line feed, vertical tab, form feed, carriage return, substitute (the end of a file in DOS). */
const allowedControls: ReadonlySet<number> = new Set([9, 10, 11, 12, 13, 26])

/** One look at the whole text spares a look at each character of most. */
const perhapsBinary = /[^\P{Cc}\s\u007f-\u009f]/u

export function isBinary(text: string): boolean {
  if (!perhapsBinary.test(text)) return false
  let controls = 0
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index)
    if (unit === 0) return true
    if (unit < 0x20 && !allowedControls.has(unit)) controls++
  }
  return controls > text.length * controlsShareMax
}

const sampleCharsMax = 100_000
/** Of all letters. */
const strangersShareMax = 0.008

/**
 * Whether letters of one encoding were shown in another, or replaced by question marks: then capitals and question
 * marks stand inside words again and again.
 */
export function isGarbled(text: string): boolean {
  const sample = text.slice(0, sampleCharsMax)
  const letters = sample.match(/\p{L}/gu)?.length ?? 0
  const strangers = sample.match(/\p{Ll}[\p{Lu}?]\p{Ll}|\p{L}\?(?=\s\p{Ll})/gu)?.length ?? 0
  return strangers > letters * strangersShareMax
}

const hzRunsMin = 3

/** HZ writes Chinese as ASCII between tildes and braces; no decoder of the platform knows it. */
export function isHz(text: string): boolean {
  if (!text.includes('~{')) return false
  return (text.slice(0, sampleCharsMax).match(/~\{[!-~]{2,}?~\}/g)?.length ?? 0) >= hzRunsMin
}

const common = /[\p{L}\p{M}\u3000-\u3002‘’“”„‚–—…•·«»‹›°§©®™£€¥¢½¼¾²³º\u00a0]/u

/** Of the characters that are not ASCII, the share of letters and of signs that print uses. */
export function commonShare(text: string): number {
  let all = 0
  let good = 0
  for (const character of text.slice(0, sampleCharsMax)) {
    if (character < '\u0080') continue
    all++
    if (common.test(character)) good++
  }
  return all === 0 ? 1 : good / all
}
