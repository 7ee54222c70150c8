/**
 * Datelines of all languages: `MIAMI (AP) —`, `Berlin (dpa) -`, `新华社北京12月3日电`. Place, day and agency stand before the
 * first words of the story.
 */
import {languages} from './index.ts'
import {wordings} from './language.ts'

const agencies = `(?:${languages
  .flatMap(({agencies}) => wordings(agencies).flatMap(spellings))
  .sort((one, other) => other.length - one.length)
  .map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  .join('|')})`
/** In scripts with spaces, the end of a word stands behind the name. */
const agency = `${agencies}(?![\\p{L}\\p{N}])`
/** Behind the place: a region, a day. */
const more = String.raw`(?:[,.]\s[^()—–/]{2,40}?)?`
const place = String.raw`[\p{Lu}\p{Lo}][\p{L}\p{M}\s.'’-]{1,40}?`
/** A full day, as places and agencies write it. */
const day = String.raw`(?:\p{Lu}\p{L}{2,8}\.?\s\d{1,2},?\s\d{4}|\d{1,2}\.?\s\p{L}{3,9}\.?\s\d{4})`
/** An agency that the tables need not know, between brackets or strokes. */
const note = String.raw`\s?\([^)]{2,40}\)|\s?\/[^/]{2,40}\/`
const dash = '[–—−-]{1,2}'

const patterns: readonly RegExp[] = [
  // `МОСКВА, 3 декабря. /ТАСС/.`, `МОСКВА, 3 дек - РИА Новости.`, `القاهرة - رويترز -`
  pattern(
    `${place}${more}(?:\\.?\\s?/|\\s?${dash}\\s|\\.\\s)${agency}/?`,
    `[.\\s]{0,2}(?:${dash}|:|(?<=[/.]\\s?))\\s?`,
  ),
  // A place in capitals, then a dash with a space on either side: `BMW-brand sales` is none.
  new RegExp(
    String.raw`^(?<line>\p{Lu}[\p{Lu}\s.'’-]{2,40}(?:,\s[^—–(/]{2,60}?)?(?:${note})?(?:\s?${dash}\s(?:${day}(?:${note})?|\([^)]{2,40}\)|${agency}))*)(?:\s${dash}|—)\s`,
    'u',
  ),
  // `Selby, Ill., May 14, 2026 –`, `Selby, Ill. (Newswire) Thursday May 14, 2026 @ 7:00 AM —`
  pattern(
    `${place}${more}(?:,\\s|(?:${note})\\s(?:\\p{Lu}\\p{L}+\\s)?)${day}(?:\\s[^—–]{0,40}?)?`,
    `\\s?(?:${dash})\\s`,
  ),
  // `Berlin (dpa) -`, `Madrid, 3 dic (EFE).-`, `القاهرة (رويترز) -`
  pattern(
    `${place}${more}\\s?\\(${agency}[^)]{0,20}\\)`,
    `\\s?\\.?\\s?(?:${dash}|:)\\s?(?:${dash}\\s)?`,
  ),
  // `(ANSA) - ROMA, 03 DIC -`
  pattern(`\\(${agency}\\)\\s?${dash}\\s?${place}${more}`, `\\s?${dash}\\s`),
  // `新华社北京12月3日电（记者小明）`, `（中央社記者小明台北3日電）`
  pattern(
    `[（(]?${agencies}[^，。、]{0,24}?[电電讯訊](?:[）)]|[（(]记?[^）)]{2,30}[）)])?`,
    '[\\s:：]*',
  ),
  // `北京（新华社）`
  pattern(`\\p{sc=Han}{2,8}[（(]${agencies}[^）)]{0,12}[）)]`, `\\s?(?:${dash}|:|：)?\\s?`),
  // `【ロンドン共同】`, `【ソウル＝小明】`
  pattern(`[【［](?:[^】］]{0,12}${agencies}|[^】］]{1,12}[＝=])[^】］]{0,12}[】］]`, '\\s*'),
  // `(서울=연합뉴스) 홍길동 기자 =`
  pattern(
    `[([](?:[^)\\]=]{1,12}=)?${agencies}[)\\]](?:\\s?[^=.,]{2,24}(?:기자|특파원))?`,
    '\\s?=?\\s*',
  ),
]

function pattern(line: string, end: string): RegExp {
  return new RegExp(`^(?<line>${line})${end}`, 'u')
}

/** `dpa`, `DPA`, `Dpa`: a place has to begin with a capital, so that the patterns heed case. */
function spellings(name: string): string[] {
  const capitalised = name.replace(/(?<![\p{L}\p{N}])\p{Ll}/gu, (letter) => letter.toUpperCase())
  return [...new Set([name, name.toUpperCase(), capitalised])]
}

/** `line` without the dash behind it; `length` with it: the units that stand before the first words. */
export type Dateline = {line: string; length: number}

/** A dateline stands within so many characters. */
export const datelineCharsMax = 160

export function datelineIn(text: string): Dateline | undefined {
  const opening = text.slice(0, datelineCharsMax)
  for (const one of patterns) {
    const match = one.exec(opening)
    if (match) return {line: (match.groups?.line ?? '').trim(), length: match[0].length}
  }
  return undefined
}

/** Whether a dateline stands there, and the first words of the story behind it. */
export function opensStory(text: string): boolean {
  const dateline = datelineIn(text)
  return dateline !== undefined && /\p{L}/u.test(text.slice(dateline.length))
}
