/**
 * Stories → what `explain` prints: JSON for programs, a coloured margin for people.
 */
import {styleText} from 'node:util'
import type {Block} from '../importer/classify.ts'
import type {Story} from '../importer/compose.ts'
import {type Diagnostic, formatDiagnostic} from '../importer/diagnostics.ts'
import type {Source} from '../importer/source.ts'
import type {Line} from '../importer/split.ts'
import type {Role} from '../schemas/vocabulary.ts'

export function explainAsJson(source: Source, stories: readonly Story[]): string {
  const [story] = stories
  return JSON.stringify({
    file: source.path,
    encoding: source.encoding,
    title: story?.title.value,
    section: story?.section?.value,
    reads: story?.reads?.value,
    relatedLinks: stories.flatMap(({relatedLinks}) =>
      relatedLinks.map(({title, line}) => ({title, line})),
    ),
    lines: linesOf(stories).map(({line, role, rule, confidence}) => ({
      line: line.number,
      role,
      rule,
      confidence: Number(confidence.toFixed(3)),
    })),
    draft: stories.some(({draft}) => draft),
    diagnostics: stories.flatMap(({diagnostics}) => diagnostics),
  })
}

export function failureAsJson({file, code, message}: Diagnostic): string {
  return JSON.stringify({file, error: {code, message}})
}

export function explainAsText(source: Source, stories: readonly Story[]): string {
  const lines = linesOf(stories)
  const digits = String(lines.length).length
  const head =
    styleText('bold', source.path) + styleText('dim', `  ${source.encoding}, ${source.evidence}`)
  return [head, ...lines.map((line) => margin(line, digits)), ...doubts(lines, stories), ''].join(
    '\n',
  )
}

type Explained = Omit<Block, 'lines'> & {line: Line}

function linesOf(stories: readonly Story[]): Explained[] {
  return stories.flatMap(({blocks}) =>
    blocks.flatMap(({lines, ...block}) => lines.map((line) => ({...block, line}))),
  )
}

type Colour = Parameters<typeof styleText>[0]

const colours: Record<Role, Colour> = {
  title: ['bold', 'green'],
  kicker: 'green',
  dek: 'green',
  byline: 'yellow',
  dateline: 'yellow',
  date: 'yellow',
  paragraph: 'white',
  subheading: ['bold', 'white'],
  listItem: 'white',
  quote: ['italic', 'white'],
  caption: 'magenta',
  counter: 'cyan',
  section: 'cyan',
  related: 'blue',
  boilerplate: 'gray',
  blank: 'gray',
}

/** Below this, a line is among the doubts. */
const sureMin = 0.7
const roleColumns = 12
const ruleColumns = 16

function margin({line, role, rule, confidence}: Explained, digits: number): string {
  const number = String(line.number).padStart(digits)
  if (role === 'blank') return styleText('dim', number)
  const percent = `${Math.round(confidence * 100)}%`.padStart(4)
  const sure = styleText(confidence < sureMin ? 'red' : 'dim', percent)
  const name = styleText(colours[role], role.padEnd(roleColumns))
  const why = styleText('dim', rule.padEnd(ruleColumns))
  return `${styleText('dim', number)} ${name}${why}${sure}  ${styleText(colours[role], printable(line.text))}`
}

/** Raw copy must not steer the terminal that shows it. */
function printable(text: string): string {
  return text.replace(/\p{Cc}/gu, ' ')
}

function doubts(lines: readonly Explained[], stories: readonly Story[]): string[] {
  const unsure = lines.filter(({confidence}) => confidence < sureMin).map(({line}) => line.number)
  const told = stories.flatMap(({diagnostics}) => diagnostics.map(formatDiagnostic))
  const held = stories.some(({draft}) => draft) ? ['Held back as a draft.'] : []
  const summary =
    unsure.length > 0 ? [`Doubtful lines: ${unsure.join(', ')}`] : ['No doubtful lines.']
  return [...summary, ...told, ...held]
}
