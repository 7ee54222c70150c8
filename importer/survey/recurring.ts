/**
 * Stories of many files → the short lines that stand in many of them: menus, appeals, names of sections; and which of
 * these belong to none of the stories that they were taken for.
 */
import type {Role} from '../../schemas/vocabulary.ts'
import type {Block} from '../block.ts'
import {endsSentence} from '../characters.ts'
import type {Story} from '../compose.ts'
import {wordClasses} from '../languages/language.ts'
import {titleKey} from '../link/titleKey.ts'
import {shapesOf} from '../shape.ts'
import {split} from '../split.ts'

/** Of this length, or ending a sentence, a line is prose: an agency's sentence may well stand in many stories. */
const proseCharsMin = 80
/** A line recurs from these many files on, and in this share of them. */
const filesMin = 3
const shareMin = 0.01
/** Different lines that are remembered at once: some 50 MB. */
const linesMax = 200_000

/** To be nobody's, a line has to stand in so many files, and in this share of them, and so many of them begin differently. */
const foreignFilesMin = 5
const foreignShareMin = 0.02
/** What is a link in one of so many files may be the headline of the story that they mean. */
const linkedShare = 4
/** Of the classes of words. */
const promotion = wordClasses.indexOf('promotion')

/** The roles of a story's own words. */
export const own: ReadonlySet<Role> = new Set([
  'title',
  'dek',
  'paragraph',
  'subheading',
  'listItem',
  'quote',
])
/** Of these, what many stories may well have in common, where the story goes on below. */
const standing: ReadonlySet<Role> = new Set(['subheading', 'listItem'])

/** The blocks of a story that part it or list something, with a paragraph somewhere below. */
export function standingIn(blocks: readonly Block[]): ReadonlySet<Block> {
  const last = blocks.findLastIndex(({role}) => role === 'paragraph')
  return new Set(blocks.filter(({role}, at) => standing.has(role) && at < last))
}

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
  /** Those that seem to belong to none of the stories, in the order of their texts. */
  foreign: () => ForeignLine[]
}

/** A line that is no story's own: noise, or the name of a section. */
export type ForeignLine = {
  text: string
  role: ForeignRole
  /** Also where it is taken for the headline. */
  title: boolean
  /** Also where it is taken for a subheading that the story goes on below. */
  inside: boolean
}
export type ForeignRole = Extract<Role, 'boilerplate' | 'section'>

/**
 * `standing`: in how many files it parts a story or a list. `leads`: first paragraphs of the files, as far as they
 * differ, no more than it takes.
 */
type Seen = {
  text: string
  files: number
  roles: Map<Role, number>
  standing: number
  leads: Set<string>
}

export function createRecurrences(max = linesMax): Recurrences {
  const texts = new Set<string>()
  const seen = new Map<string, Seen>()
  return {
    add(stories) {
      const [hash] = stories.map(({source}) => source.sha256)
      if (!hash || texts.has(hash)) return
      texts.add(hash)
      const lead = leadOf(stories)
      for (const [key, {text, role, stands}] of shortLines(stories)) {
        const line = seen.get(key) ?? unseen(text)
        line.files++
        line.roles.set(role, (line.roles.get(role) ?? 0) + 1)
        if (stands) line.standing++
        if (line.leads.size < foreignFilesMin) line.leads.add(lead)
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
    foreign: () =>
      [...seen.values()]
        .flatMap((line) => foreignLine(line, texts.size))
        .sort((a, b) => (a.text < b.text ? -1 : 1)),
  }
}

/**
 * What a line is wherever a file takes it for its story's own; nothing where it may well be that. The headline of one
 * story is a link of many others, and a subheading may stand in all of them.
 */
function foreignLine(line: Seen, ofFiles: number): ForeignLine[] {
  const {text, files, roles, standing, leads} = line
  const enough = Math.max(foreignFilesMin, Math.ceil(ofFiles * foreignShareMin))
  if (files < enough || leads.size < foreignFilesMin) return []
  const titles = roles.get('title') ?? 0
  const isLink = (roles.get('related') ?? 0) * linkedShare > files
  if (isLink) return []
  const title = titles >= foreignFilesMin
  const inside = standing === 0 || isAppeal(text)
  const taken = [...roles].reduce((sum, [role, times]) => sum + (own.has(role) ? times : 0), 0)
  const wrong = taken - (title ? 0 : titles) - (inside ? 0 : standing)
  return wrong > 0 ? [{text, role: foreignRole(roles), title, inside}] : []
}

/** Whether it asks something of readers. */
function isAppeal(text: string): boolean {
  const [shape] = shapesOf([split(text)]).lines
  return (shape?.classes[promotion] ?? 0) > 0
}

/** What it is where it is known: most often a section's name, or noise. */
function foreignRole(roles: ReadonlyMap<Role, number>): ForeignRole {
  const [most] = [...roles].filter(([role]) => !own.has(role)).sort(([, a], [, b]) => b - a)
  return most?.[0] === 'section' ? 'section' : 'boilerplate'
}

function unseen(text: string): Seen {
  return {text, files: 0, roles: new Map(), standing: 0, leads: new Set()}
}

/** A story that was filed again and again is one. */
function leadOf(stories: readonly Story[]): string {
  const first = stories[0]?.blocks.find(
    ({role, text}) => role === 'paragraph' && isLongOrSentence(text),
  )
  return titleKey(first?.text ?? '')
}

type ShortLine = {text: string; role: Role; stands: boolean}

/** Each short line of a file once, by its folded text. */
function shortLines(stories: readonly Story[]): Map<string, ShortLine> {
  const found = new Map<string, ShortLine>()
  for (const {blocks} of stories) {
    const inside = standingIn(blocks)
    for (const block of blocks) {
      const {text, role} = block
      const key = role === 'blank' || isLongOrSentence(text) ? '' : titleKey(text)
      if (key === '' || found.has(key)) continue
      found.set(key, {text, role, stands: inside.has(block)})
    }
  }
  return found
}

function isLongOrSentence(text: string): boolean {
  return text.length >= proseCharsMin || endsSentence(text)
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
