/**
 * Lines that a file by itself takes for its story's own, and that many files of the source have: menus, appeals, the
 * paper's name. They are set apart before the file is judged once more, as adverts are.
 */
import type {Block} from './block.ts'
import {type ForeignLine, own, standing} from './recurring.ts'
import type {Line} from './split.ts'
import {titleKey} from './titles.ts'
import type {Verdict} from './verdict.ts'

/** By folded text. */
export type Foreign = ReadonlyMap<string, ForeignLine>

const confidence = 0.9

/** The rule's name in spans and explanations. */
export const foreignRule = 'recurring'

export function foreignOf(lines: readonly ForeignLine[]): Foreign {
  return new Map(lines.map((line) => [titleKey(line.text), line]))
}

/** The lines of the blocks that are taken for a story's own words and are not, with what they are. */
export function linesTaken(blocks: readonly Block[], foreign: Foreign): [Line, Verdict][] {
  const last = blocks.findLastIndex(({role}) => role === 'paragraph')
  return blocks.flatMap((block, at) => {
    const line = own.has(block.role) ? foreign.get(titleKey(block.text)) : undefined
    if (!line || !isWrong(block, line, at < last)) return []
    const verdict = {role: line.role, rule: foreignRule, confidence}
    return block.lines.map((one): [Line, Verdict] => [one, verdict])
  })
}

function isWrong({role}: Block, line: ForeignLine, inside: boolean): boolean {
  if (role === 'title') return line.title
  return line.inside || !(inside && standing.has(role))
}
