/**
 * Stories of many files → the short lines that stand in many of them: menus, appeals, names of sections.
 *
 * It only tells. A line is read by its own file alone, so that a file gives the same story in every folder, every
 * part of a folder and every run; what recurs and was taken for a story's own words is for the layout to name.
 */
import type {Role} from '../schemas/vocabulary.ts'
import {kindOf, kinds, lastSign} from './characters.ts'
import type {Story} from './compose.ts'
import {titleKey} from './titles.ts'

/** Of this length, or ending a sentence, a line is prose: an agency's sentence may well stand in many stories. */
const proseCharsMin = 80
/** A line recurs from these many files on, and in this share of them. */
const filesMin = 3
const shareMin = 0.01
/** Different lines that are remembered at once: some 50 MB. */
const linesMax = 200_000

/** The roles of a story's own words. */
const own: ReadonlySet<Role> = new Set([
  'title',
  'dek',
  'paragraph',
  'subheading',
  'listItem',
  'quote',
])

export type Recurring = {
  /** As the first file has it. */
  text: string
  files: number
  /** In how many files it was first taken for what; most frequent first. */
  roles: [Role, number][]
  /** In some file it was taken for a story's own words. */
  own: boolean
}

export type Recurrences = {
  /** The stories of one more file. The same bytes again, a copy, do not count. */
  add: (stories: readonly Story[]) => void
  files: () => number
  /** Most frequent first; those with a story's own words before the others. */
  list: () => Recurring[]
}

type Seen = {text: string; files: number; roles: Map<Role, number>}

export function createRecurrences(max = linesMax): Recurrences {
  const texts = new Set<string>()
  const seen = new Map<string, Seen>()
  return {
    add(stories) {
      const [hash] = stories.map(({source}) => source.sha256)
      if (!hash || texts.has(hash)) return
      texts.add(hash)
      for (const [key, {text, role}] of shortLines(stories)) {
        const line = seen.get(key) ?? {text, files: 0, roles: new Map()}
        line.files++
        line.roles.set(role, (line.roles.get(role) ?? 0) + 1)
        seen.set(key, line)
      }
      if (seen.size > max) forgetRarest(seen, max)
    },
    files: () => texts.size,
    list() {
      const enough = Math.max(filesMin, Math.ceil(texts.size * shareMin))
      return [...seen.values()]
        .filter(({files}) => files >= enough)
        .map(toRecurring)
        .sort((a, b) => Number(b.own) - Number(a.own) || b.files - a.files)
    },
  }
}

/** Each short line of a file once, by its folded text. */
function shortLines(stories: readonly Story[]): Map<string, {text: string; role: Role}> {
  const found = new Map<string, {text: string; role: Role}>()
  for (const {text, role} of stories.flatMap(({blocks}) => blocks)) {
    const key = role === 'blank' || isProse(text) ? '' : titleKey(text)
    if (key !== '' && !found.has(key)) found.set(key, {text, role})
  }
  return found
}

function isProse(text: string): boolean {
  return text.length >= proseCharsMin || kindOf(lastSign(text).charCodeAt(0)) === kinds.stop
}

/** What stands in many files is counted again soon; what is dropped and comes back begins anew. */
function forgetRarest(seen: Map<string, Seen>, max: number): void {
  for (let rare = 1; seen.size > max / 2; rare++) {
    for (const [key, {files}] of seen) if (files <= rare) seen.delete(key)
  }
}

function toRecurring({text, files, roles}: Seen): Recurring {
  const byCount = [...roles].sort(([, a], [, b]) => b - a)
  return {
    text,
    files,
    roles: byCount,
    own: byCount.some(([role]) => own.has(role)) && !isLinked(roles),
  }
}

/** The headline of one story that the others link to. */
function isLinked(roles: ReadonlyMap<Role, number>): boolean {
  return roles.get('title') === 1 && roles.size === 2 && roles.has('related')
}
