/**
 * Stories → what `explain` prints: JSON for programs, a coloured margin for people.
 */
import {styleText} from 'node:util'
import type {Block} from '../importer/classify.ts'
import type {Story} from '../importer/compose.ts'
import {type Diagnostic, formatDiagnostic} from '../importer/diagnostics.ts'
import type {Source} from '../importer/source.ts'
import type {Line} from '../importer/split.ts'
import {columnsOf} from '../importer/unwrap/columns.ts'
import type {Role} from '../schemas/vocabulary.ts'
import {unsteering} from './printable.ts'

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

/** Lines are cut to `columns`, so that each takes one row of the terminal. */
export function explainAsText(
  source: Source,
  stories: readonly Story[],
  columns = Number.POSITIVE_INFINITY,
): string {
  const lines = linesOf(stories)
  const digits = String(lines.length).length
  const room = Math.max(columns - digits - marginColumns, textColumnsMin)
  const head =
    styleText('bold', source.path) + styleText('dim', `  ${source.encoding}, ${source.evidence}`)
  const margins = lines.map((line) => margin(line, digits, room))
  return [head, ...margins, ...stories.map(outcome), ...doubts(lines, stories), ''].join('\n')
}

type Explained = Omit<Block, 'lines'> & {line: Line}

function linesOf(stories: readonly Story[]): Explained[] {
  return stories.flatMap(({blocks}) =>
    blocks.flatMap(({lines, ...block}) => lines.map((line) => ({...block, line}))),
  )
}

type Colour = Parameters<typeof styleText>[0]

/** Text has the terminal's own colour: white would vanish on white. */
const colours: Record<Role, Colour> = {
  title: ['bold', 'green'],
  kicker: 'green',
  dek: 'green',
  byline: 'yellow',
  dateline: 'yellow',
  date: 'yellow',
  paragraph: 'reset',
  subheading: 'bold',
  listItem: 'reset',
  quote: 'italic',
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

/** Number, role, rule and percent, with the blanks between them; the number's digits come on top. */
const marginColumns = 1 + roleColumns + ruleColumns + 4 + 2
const textColumnsMin = 20

function margin({line, role, rule, confidence}: Explained, digits: number, room: number): string {
  const number = String(line.number).padStart(digits)
  if (role === 'blank') return styleText('dim', number)
  const percent = `${Math.round(confidence * 100)}%`.padStart(4)
  const sure = styleText(confidence < sureMin ? 'red' : 'dim', percent)
  const name = styleText(colours[role], role.padEnd(roleColumns))
  const why = styleText('dim', rule.padEnd(ruleColumns))
  const text = styleText(colours[role], cut(unsteering(line.text), room))
  return `${styleText('dim', number)} ${name}${why}${sure}  ${text}`
}

function cut(text: string, columns: number): string {
  if (columnsOf(text) <= columns) return text
  let shown = text.slice(0, columns - 1)
  while (columnsOf(shown) > columns - 1) shown = shown.slice(0, -1)
  return `${shown}…`
}

/** What the story would be made of. */
function outcome({
  title,
  body,
  relatedLinks,
  section,
  reads,
  byline,
  publishedAt,
  language,
}: Story) {
  const parts = [
    `“${unsteering(title.value)}”`,
    count(body.length, 'block of body', 'blocks of body'),
    count(relatedLinks.length, 'related link', 'related links'),
    section && `section ${section.value} (${section.origin})`,
    reads && count(reads.value, 'read', 'reads'),
    byline && `by ${byline.value}`,
    publishedAt && `of ${publishedAt.value}`,
    language && `in ${language}`,
  ]
  return `Story: ${parts.filter(Boolean).join(', ')}.`
}

function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`
}

function doubts(lines: readonly Explained[], stories: readonly Story[]): string[] {
  const unsure = lines.filter(({confidence}) => confidence < sureMin).map(({line}) => line.number)
  const told = stories.flatMap(({diagnostics}) => diagnostics.map(formatDiagnostic))
  const held = stories.some(({draft}) => draft)
  return [
    unsure.length === 0
      ? 'No doubtful lines.'
      : `Doubtful lines, below ${Math.round(sureMin * 100)} %: ${unsure.join(', ')}. Look there first; a layout in copydesk.config.ts can say what such lines mean.`,
    ...told,
    ...(held ? ['Held back as a draft.'] : []),
  ]
}
