/**
 * Lines that a file by itself takes for its story's own, and that many files of the source have: menus, appeals, the
 * paper's name. They are set apart before the file is judged once more, as adverts are.
 */
import type {Role} from '../../schemas/vocabulary.ts'
import type {Block} from '../block.ts'
import {lastSign} from '../characters.ts'
import {titleKey} from '../link/titleKey.ts'
import type {Line} from '../split.ts'
import {type ForeignLine, own, standingIn} from '../survey/recurring.ts'
import type {Verdict} from '../verdict.ts'

/** By folded text. */
export type Foreign = ReadonlyMap<string, ForeignLine>

const confidence = 0.9
/** A headline that is less sure than this is none to give another one up for. */
const headlineMin = 0.5

/** What a file by itself knows for certain not to be its headline. */
const known: ReadonlySet<Role> = new Set(['byline', 'dateline', 'date', 'counter'])

/** The rule's name in spans and explanations. */
export const foreignRule = 'recurring'

export function foreignOf(lines: readonly ForeignLine[]): Foreign {
  return new Map(lines.map((line) => [titleKey(line.text), line]))
}

/** The lines of the blocks that are taken for a story's own words and are not, with what they are. */
export function linesTaken(blocks: readonly Block[], foreign: Foreign): [Line, Verdict][] {
  const inside = standingIn(blocks)
  return blocks.flatMap((block) => {
    const line = own.has(block.role) ? foreign.get(titleKey(block.text)) : undefined
    if (!line || !isWrong(block, line, inside.has(block))) return []
    const verdict = {role: line.role, rule: foreignRule, confidence}
    return block.lines.map((one): [Line, Verdict] => [one, verdict])
  })
}

function isWrong({role}: Block, line: ForeignLine, isInside: boolean): boolean {
  return role === 'title' ? line.title : line.inside || !isInside
}

/** The same where the headline that a file finds by itself is its own: a column has one name in every file. */
export function belowHeadlines(foreign: Foreign): Foreign {
  return new Map([...foreign].map(([key, line]) => [key, {...line, title: false}]))
}

/**
 * Whether what is taken for the headline once the lines of many files are left out is one, and no sentence or byline
 * that merely stands first now. `alone`: the same file by itself.
 */
export function hasOwnHeadline(blocks: readonly Block[], alone: readonly Block[]): boolean {
  const title = blocks.find(({role}) => role === 'title')
  const first = title?.lines[0]
  if (!title || !first || title.confidence < headlineMin) return false
  const before = alone.find(({lines}) => lines.includes(first))
  if (before?.role === 'title') return true
  return !fullStops.includes(lastSign(title.text)) && !(before && known.has(before.role))
}

const fullStops = '.。'
