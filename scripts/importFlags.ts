/**
 * The command line of `npm run import`.
 */

import {InvalidArgumentError} from 'commander'
import type {Shard} from '../importer/files.ts'
import {command} from './command.ts'

export const defaultPath = 'content/raw'

export type ImportFlags = {
  dryRun?: boolean
  json?: boolean
  draft?: boolean
  source?: string
  name?: string
  section?: string
  layout?: string
  concurrency?: number
  rate?: number
  prune?: boolean
  retryFailed?: boolean
  shard?: Shard
  yes?: boolean
  quiet?: boolean
  plan?: string
  apply?: string
  undo?: string
  status?: boolean
  watch?: boolean
  strict?: boolean
  report?: string
}

/** Prints usage and ends the process, code 2, where something is wrong. */
export function parseImport(argv: readonly string[]): {paths: string[]; flags: ImportFlags} {
  const program = command('import')
    .description('Imports raw copy: files, folders, globs, or - for standard input.')
    .argument('[paths...]', `what to import; by default ${defaultPath}`)
    .option('--dry-run', 'show the plan, write nothing')
    .option('--plan <file>', 'save the plan, write nothing')
    .option('--apply <file>', 'carry out a saved plan')
    .option('--json', 'one JSON object a line on standard output')
    .option('--draft', 'write drafts')
    .option('--source <name>', "name of the source; by default the folder's name", named)
    .option('--name <file>', 'name of the story that comes by standard input', named)
    .option('--section <name>', 'section of every story', named)
    .option('--layout <name>', 'layout of copydesk.config.ts to read with')
    .option('--concurrency <n>', 'requests at once', whole)
    .option('--rate <n>', 'requests a second', positive)
    .option('--prune', 'unpublish stories whose files are gone')
    .option('--watch', 'go on with what appears or changes in the folders')
    .option('--undo <run>', 'take a run back')
    .option('--status', 'what the last runs did, and what waits')
    .option('--retry-failed', 'try stories again that the lake turned down')
    .option('--shard <i/n>', 'take the i-th of n parts of the files', shard)
    .option('--strict', 'set stories aside that would be held back as drafts')
    .option('--report <file>', 'write a page about the run')
    .option('--yes', 'go on where the guard rail would stop')
    .option('--quiet', 'only results and errors')
    .parse([...argv])
  const flags = program.opts<ImportFlags>()
  const wrong = contradiction(flags, program.args)
  if (wrong !== undefined) program.error(`error: ${wrong}`)
  return {paths: program.args.length > 0 ? program.args : [defaultPath], flags}
}

const actions = ['apply', 'undo', 'status', 'watch'] as const
type Action = (typeof actions)[number]

/** What an action has a use for, besides itself. */
const sending = ['concurrency', 'rate', 'report', 'json', 'quiet', 'yes'] as const
const usedBy: Record<Action, readonly (keyof ImportFlags)[] | 'all'> = {
  apply: sending,
  undo: [...sending, 'dryRun'],
  status: ['json', 'quiet'],
  watch: 'all',
}

/** What cannot be asked for together, as a sentence. */
function contradiction(flags: ImportFlags, paths: readonly string[]): string | undefined {
  const [one, two] = actions.filter((name) => flags[name] !== undefined)
  if (one && two) return `--${one} and --${two} exclude each other.`
  if (one && one !== 'watch' && paths.length > 0) return `--${one} takes no paths.`
  if (flags.watch && (flags.dryRun || flags.plan !== undefined)) {
    return '--watch writes as it goes on: --dry-run and --plan exclude it.'
  }
  if (flags.shard && flags.prune)
    return '--prune needs to see all files, a shard sees a part of them.'
  const unused = one && unusedBy(one, flags)
  if (unused) return `--${one} has no use for --${dashed(unused)}.`
  if (flags.name !== undefined && !paths.includes('-')) {
    return '--name is for the story that comes by standard input: give - as the path.'
  }
  return undefined
}

function unusedBy(action: Action, flags: ImportFlags): string | undefined {
  const used = usedBy[action]
  if (used === 'all') return undefined
  const given = Object.keys(flags) as (keyof ImportFlags)[]
  return given.find((name) => name !== action && !used.includes(name))
}

function dashed(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}

function named(text: string): string {
  if (text.trim() !== '') return text
  throw new InvalidArgumentError('expected a name')
}

function whole(text: string): number {
  if (/^[1-9]\d*$/.test(text)) return Number(text)
  throw new InvalidArgumentError('expected a whole number above 0')
}

function positive(text: string): number {
  const number = Number(text)
  if (Number.isFinite(number) && number > 0) return number
  throw new InvalidArgumentError('expected a number above 0')
}

function shard(text: string): Shard {
  const [, first, second] = /^(\d+)\/(\d+)$/.exec(text) ?? []
  const [index, count] = [Number(first), Number(second)]
  if (index >= 1 && index <= count) return {index, count}
  throw new InvalidArgumentError('expected I/N with I from 1 to N, such as 2/4')
}
