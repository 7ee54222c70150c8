/**
 * `npm run import`: files, folders, globs or standard input into the lake; plans, undo, watch and status of imports.
 */
import {userInfo} from 'node:os'
import {createInterface} from 'node:readline/promises'
import {buffer} from 'node:stream/consumers'
import {applyPlan} from '../importer/apply.ts'
import type {LeftOutReason} from '../importer/files/walk.ts'
import {importCopy} from '../importer/index.ts'
import type {ImportOptions} from '../importer/options.ts'
import {status} from '../importer/status.ts'
import {emptySummary, type FileEvent, type ImportEvent, type Summary} from '../importer/summary.ts'
import {undoRun} from '../importer/undo.ts'
import {watch} from '../importer/watch.ts'
import {readConfig} from './config.ts'
import {exitCodeOfError, exitCodeOfSummary, exitCodes} from './exitCodes.ts'
import {limitHeap} from './heapLimits.ts'
import {parseImport} from './importFlags.ts'
import {jsonLines} from './jsonLines.ts'
import {noteTeller} from './notes.ts'
import {stepLines} from './planView.ts'
import {printable} from './printable.ts'
import {namesOfPlanning, progress} from './progress.ts'
import {readingWith} from './reading.ts'
import {openReport, type Report} from './reportFile.ts'
import {statusLines} from './statusView.ts'
import {summaryTable} from './summary.ts'
import {targetOf} from './target.ts'
import {schemaValidator} from './validation.ts'

limitHeap('read')

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** Events that are no part of the contract of `--json`. */
const inWordsOnly = new Set<ImportEvent['event']>(['progress', 'step', 'guard', 'leftOut'])

const {paths, flags} = parseImport(process.argv)
const dryRun = flags.dryRun === true || flags.plan !== undefined
const show = progress(process.stderr, Date.now, dryRun ? namesOfPlanning : undefined)
const notes = noteTeller(show.say, flags)
const json = jsonLines(process.stdout)
const stop = stopOnSignals()
process.once('exit', json.flush)
let report: Report | undefined
/** What is planned, to be printed below the summary. */
const planned: string[] = []
try {
  report = flags.report === undefined ? undefined : openReport(flags.report)
  process.exitCode = await main()
} catch (error) {
  show.stop()
  console.error((error as Error).message)
  process.exitCode = exitCodeOfError(error)
}

async function main(): Promise<number> {
  const target = await targetOf(readConfig())
  try {
    const {address, stateFolder} = target
    const options = {
      ...flags,
      ...readingWith(flags),
      plan: flags.plan,
      candidates: flags.report !== undefined,
      validate: schemaValidator(),
      who: userInfo().username,
      standardInput: () => buffer(process.stdin),
      dryRun,
      paths,
      target: address,
      stateFolder,
      rate: flags.rate ?? target.rate,
      signal: stop,
      on,
    }
    if (flags.status) return await printStatus(options)
    if (flags.watch) return await watchOn(options)
    const summary = await carryOut(options)
    return stop.aborted ? exitCodes.interrupted : exitCodeOfSummary(summary)
  } finally {
    show.stop()
    await target.close()
    report?.write()
    if (flags.report !== undefined) sayWritten('Report', flags.report)
  }
}

async function carryOut(options: ImportOptions): Promise<Summary> {
  const summary = await result(options)
  show.stop()
  if (flags.plan !== undefined) sayWritten('Plan', flags.plan)
  if (flags.json) return summary
  console.log(summaryTable(summary))
  if (planned.length > 0) console.log(`\n${planned.join('\n')}`)
  return summary
}

function sayWritten(what: string, file: string): void {
  if (!flags.quiet) show.say(`${what} written to ${file}`)
}

async function result(options: ImportOptions): Promise<Summary> {
  if (flags.undo !== undefined) return await undoInSight(flags.undo, options)
  if (flags.apply !== undefined) return applyPlan(flags.apply, options)
  return importCopy(options)
}

/** On a terminal it shows first what would be taken back and what not, and asks. */
async function undoInSight(run: string, options: ImportOptions): Promise<Summary> {
  if (flags.json) return await undoRun(run, options)
  if (!dryRun && !flags.yes && process.stdin.isTTY) {
    const seen = await undoRun(run, {...options, dryRun: true, on: printKept})
    sayBack('Stories that would be taken back', seen)
    if (!(await confirmed('Take the run back? [y/N] '))) return emptySummary()
  }
  const summary = await undoRun(run, options)
  sayBack(dryRun ? 'Stories that would be taken back' : 'Stories taken back', summary)
  return summary
}

function sayBack(what: string, {updated, unchanged}: Summary): void {
  show.stop()
  show.say(`${what}: ${updated}; left as they are: ${unchanged}.`)
}

/** Nothing is written yet, and no bar says so. */
function printKept(event: ImportEvent): void {
  if (event.event === 'file') printWords(event)
}

async function confirmed(question: string): Promise<boolean> {
  const lines = createInterface({input: process.stdin, output: process.stderr})
  const answer = await lines.question(question)
  lines.close()
  return /^y(es)?$/i.test(answer.trim())
}

async function printStatus(options: ImportOptions): Promise<number> {
  const found = await status(options)
  if (flags.json) json.print({event: 'status', ...found})
  else console.log(statusLines(found).join('\n'))
  return exitCodes.done
}

async function watchOn(options: ImportOptions): Promise<number> {
  show.say(`Watching ${paths.join(', ')}. Ctrl-C stops.`)
  await watch(options, {
    say: show.say,
    on(event) {
      if (event.event === 'file' && !flags.json)
        for (const line of storyLine(event)) console.log(printable(line))
      if (event.event !== 'progress') on(event)
    },
  })
  return exitCodes.interrupted
}

const leftOutWords: Record<LeftOutReason, string> = {
  folder: 'links to a folder: give that by itself',
  nothing: 'links to nothing',
  noFile: 'links to what is no file',
}

/** What has become of a file, in one line; none where nothing has. */
function storyLine({outcome, file, id = '', movedFrom}: FileEvent): string[] {
  if (movedFrom !== undefined) return [`moved  ${movedFrom} → ${file}  ${id}`]
  return outcome === 'unchanged' ? [] : [`${outcome}  ${file}  ${id}`]
}

function on(event: ImportEvent): void {
  if (event.event === 'progress') limitHeap(event.stage)
  report?.on(event)
  if (flags.json) printJson(event)
  else printWords(event)
}

/** The contract of `--json`: events as they are, one a line; progress is not part of it. */
function printJson(event: ImportEvent): void {
  if (!inWordsOnly.has(event.event)) json.print(event)
}

function printWords(event: ImportEvent): void {
  if (event.event === 'progress' && !flags.quiet) show.show(event)
  if (event.event === 'guard') show.say(event.message)
  if (event.event === 'leftOut' && !flags.quiet) {
    show.say(`Left out: ${event.path} ${leftOutWords[event.why]}.`)
  }
  if (event.event === 'vanished' && !flags.quiet) show.say(`Vanished: ${event.file}`)
  if (event.event === 'file') notes.tell(event)
  if (event.event === 'summary') notes.end()
  if (event.event === 'step' && dryRun) planned.push(...stepLines(event.step).map(printable))
}

/**
 * The first Ctrl-C, or an end that is asked for otherwise, lets end what is under way. The second is left to the system,
 * which ends the process also while it is too busy to listen.
 */
function stopOnSignals(): AbortSignal {
  const stopping = new AbortController()
  const onSignal = () => {
    for (const signal of signals) process.off(signal, onSignal)
    show.say('Stopping: what is under way ends first. Once more stops at once.')
    stopping.abort()
  }
  for (const signal of signals) process.on(signal, onSignal)
  // Nobody reads on, as behind `| head`.
  process.stdout.on('error', () => stopping.abort())
  return stopping.signal
}
