/** Parts of a filter or an order that any of them may have. */
import type {Picker} from './pick.ts'

export const id = (pick: Picker): string =>
  pick(['"d1"', '"d2"', '"drafts.d1"', '"versions.r1.d2"', '$id', '"gone"', 'null', '3'])

export const type = (pick: Picker): string => `_type == ${pick(['"page"', '$type', '"note"'])}`

/** What is computed from the document alone. */
export const number = (pick: Picker): string =>
  pick(['count(words)', 'length(title)', 'count(list[n > 0])', 'n * 2', 'n'])

export const computed = (pick: Picker): string =>
  pick([
    'defined(list[0])',
    'defined(list[n > 1][0])',
    '!defined(words)',
    `${number(pick)} ${pick(['<', '>=', '==', '!='])} ${pick(['1', '2', '10', 'null'])}`,
    'lower(title) == "tide vote"',
    'slug.current != "one"',
    'to._weak == true',
    '"tide" in words',
    'string::startsWith(title, "vote")',
    '(n > 1 || title == "news news")',
    'words[0] == words[1]',
  ])

export const key = (pick: Picker): string =>
  pick(['date', 'n', 'coalesce(date, title)', 'coalesce(n, date)', 'title', 'length(title)'])

/** What comes before or after a document in an order. */
export function cursor(pick: Picker, sign: string, of = key(pick)): string {
  const [at, id] = pick([
    ['$date', '$id'],
    ['2', '"d4"'],
    [of.replaceAll(/\b(date|title|n)\b/g, '^.$1'), '^._id'],
  ]) as [string, string]
  return `(${of} ${sign} ${at} || (${of} == ${at} && _id ${sign} ${id}))`
}
