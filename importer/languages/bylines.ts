/**
 * Bylines of all languages: `By Ada Lovelace`, `Von Ada Lovelace`, `文：小明`.
 */
import {fullDateIn} from './dates.ts'
import {languages} from './index.ts'
import {wordings} from './language.ts'

const openers = languages
  .flatMap((language) => wordings(language.bylineOpeners))
  .sort((one, other) => other.length - one.length)
const openersByLetter = Map.groupBy(openers, (opener) => opener.charAt(0))
const escaped = openers.map((opener) => opener.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'))
/** In any script: an opener ends where its word does, or at a colon. */
const opening = new RegExp(`^(?:${escaped.join('|')})(?![\\p{L}\\p{M}])[\\s:：=|/／・]*`, 'iu')
/** Lines are put in lower case so far to see whether an opener stands there. */
const openingChars = 32

const closers = languages.flatMap((language) => wordings(language.bylineClosers))
const closing = new RegExp(
  `^(?<name>[\\p{L}·・]{2,12}(?:\\s[\\p{L}·・]{1,12})?)\\s?(?:${closers.join('|')})$`,
  'u',
)

/** The name behind the opener, without date and counter; empty where the opener stands alone, nothing where there is none. */
export function authorIn(text: string): string | undefined {
  const match = perhapsOpens(text) ? opening.exec(text) : null
  if (!match) return perhapsCloses(text) ? closing.exec(text)?.groups?.name : undefined
  const rest = text.slice(match[0].length)
  const date = fullDateIn(rest)
  const before = date ? rest.slice(0, date.start) : rest
  return before
    .replace(/[\s|•·,–—-]+(?:\d.*)?$/u, '')
    .replace(/(?<=\p{Ll})\d.*$/u, '')
    .trim()
}

/** Quick looks that spare the long patterns on most lines. */
function perhapsOpens(text: string): boolean {
  const lower = text.slice(0, openingChars).toLowerCase()
  return openersByLetter.get(lower.charAt(0))?.some((opener) => lower.startsWith(opener)) ?? false
}

function perhapsCloses(text: string): boolean {
  return closers.some((closer) => text.endsWith(closer))
}
