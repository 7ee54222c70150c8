/**
 * Counter lines of all languages: `- 4 reads`, `1.7Mshares`, `7 Kommentare`, `4 次阅读`.
 */
import {languages} from './index.ts'
import {type Counted, counted, wordings} from './language.ts'

export type Count = {
  counts: Counted
  value: number
}

const counterCharsMax = 48
const number = String.raw`(\d{1,3}(?:[.,'\u00a0 ]\d{3})+|\d+(?:[.,]\d+)?)\s?([km万천만])?`
const before = String.raw`^[^\p{L}\p{N}]*(?:([\p{L}\s]+?)[\s:：]*)?`

/** The word of a counter, in lower case, to what it counts. */
const counts = new Map<string, Counted>()
for (const language of languages) {
  for (const kind of counted) {
    for (const word of wordings(language.counters[kind])) {
      if (!counts.has(word)) counts.set(word, kind)
    }
  }
}

const pattern = new RegExp(`${before}${number}\\s*([\\p{L}\\s]*?)[^\\p{L}\\p{N}]*$`, 'iu')

const noMore: ReadonlyMap<string, Counted> = new Map()

/**
 * The count of a line that is nothing but a counter. The word stands behind the number, or before it; `more` are words
 * that the tables do not know, in lower case.
 */
export function countIn(text: string, more = noMore): Count | undefined {
  if (text.length > counterCharsMax) return undefined
  const match = pattern.exec(text)
  if (!match) return undefined
  const [, leading = '', digits = '', scale = '', trailing = ''] = match
  if (leading && trailing) return framed([leading, `${scale}${trailing}`], digits)
  const known = (word: string) => more.get(word) ?? counts.get(word)
  const scaled = known(`${leading}${trailing}`.trim().toLowerCase())
  if (scaled) return {counts: scaled, value: numberOf(digits, scale.toLowerCase())}
  // The letter behind the number was no scale but the first of the word: `3 min read`.
  const plain = known(`${scale}${trailing}`.trim().toLowerCase())
  return plain && {counts: plain, value: numberOf(digits, '')}
}

/** `Lesezeit: 3 Min`: a word on either side, both of the same kind. */
function framed(around: readonly string[], digits: string): Count | undefined {
  const [before, behind] = around.map((word) => counts.get(word.trim().toLowerCase()))
  return before && before === behind ? {counts: before, value: numberOf(digits, '')} : undefined
}

const scales: Readonly<Record<string, number>> = {k: 1e3, m: 1e6, 万: 1e4, 만: 1e4, 천: 1e3}

/** `12,345` and `12.345` are whole numbers; `1.2K` has a decimal. */
function numberOf(digits: string, scale: string): number {
  const factor = scales[scale] ?? 1
  if (factor === 1) return Number(digits.replace(/\D/g, ''))
  return Math.round(Number(digits.replace(',', '.').replace(/[^\d.]/g, '')) * factor)
}
