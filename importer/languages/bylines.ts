/**
 * Bylines of all languages: `By Ada Lovelace`, `Von Ada Lovelace`, `文：小明`.
 */
import {fullDateIn} from './dates.ts'
import {languages} from './index.ts'
import {wordings} from './language.ts'

const openers = languages
  .flatMap((language) => wordings(language.bylineOpeners))
  .sort((one, other) => other.length - one.length)
  .map((opener) => opener.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'))
/** In any script: an opener ends where its word does, or at a colon. */
const opening = new RegExp(`^(?:${openers.join('|')})(?![\\p{L}\\p{M}])[\\s:：=|/／・]*`, 'iu')

const closers = languages.flatMap((language) => wordings(language.bylineClosers)).join('|')
const closing = new RegExp(
  `^(?<name>[\\p{L}·・]{2,12}(?:\\s[\\p{L}·・]{1,12})?)\\s?(?:${closers})$`,
  'u',
)

/** The name behind the opener, without date and counter; empty where the opener stands alone, nothing where there is none. */
export function authorIn(text: string): string | undefined {
  const match = opening.exec(text)
  if (!match) return closing.exec(text)?.groups?.name
  const rest = text.slice(match[0].length)
  const date = fullDateIn(rest)
  const before = date ? rest.slice(0, date.start) : rest
  return before
    .replace(/[\s|•·,–—-]+(?:\d.*)?$/u, '')
    .replace(/(?<=\p{Ll})\d.*$/u, '')
    .trim()
}
