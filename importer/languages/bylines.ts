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
const opening = new RegExp(`^(?:${openers.join('|')})(?![\\p{Ll}\\p{Lu}])[\\s:：=|]*`, 'iu')

/** The name behind the opener, without date and counter; empty where the opener stands alone, nothing where there is none. */
export function authorIn(text: string): string | undefined {
  const match = opening.exec(text)
  if (!match) return undefined
  const rest = text.slice(match[0].length)
  const date = fullDateIn(rest)
  const before = date ? rest.slice(0, date.start) : rest
  return before
    .replace(/[\s|•·,–—-]+(?:\d.*)?$/u, '')
    .replace(/(?<=\p{Ll})\d.*$/u, '')
    .trim()
}
