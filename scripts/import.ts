/**
 * `npm run import`: files, folders, globs or standard input into the lake.
 */
import {buffer} from 'node:stream/consumers'
import {importCopy} from '../importer/index.ts'
import type {ImportOptions} from '../importer/options.ts'
import type {ImportEvent} from '../importer/summary.ts'
import {readConfig} from './config.ts'
import {exitCodeOfError, exitCodeOfSummary, exitCodes} from './exitCodes.ts'
import {type ImportFlags, parseImport} from './importFlags.ts'
import {type Progress, progress} from './progress.ts'
import {readingOf} from './reading.ts'
import {fileNotes, summaryTable} from './summary.ts'
import {targetOf} from './target.ts'
import {schemaValidator} from './validation.ts'

const {paths, flags} = parseImport(process.argv)
const show = progress(process.stderr, Date.now)
const stop = stopOnInterrupt(show)
try {
  process.exitCode = await run()
} catch (error) {
  console.error((error as Error).message)
  process.exitCode = exitCodeOfError(error)
} finally {
  show.stop()
}

async function run(): Promise<number> {
  const target = await targetOf(readConfig())
  try {
    const summary = await importCopy({
      ...optionsOf(flags),
      paths,
      target: target.address,
      stateFolder: target.stateFolder,
      signal: stop,
      on: flags.json ? printJson : printWords,
    })
    show.stop()
    if (!flags.json) console.log(summaryTable(summary))
    return stop.aborted ? exitCodes.interrupted : exitCodeOfSummary(summary)
  } finally {
    await target.close()
  }
}

/** What the flags mean to the importer. */
function optionsOf({
  section,
  ...options
}: ImportFlags): Omit<ImportOptions, 'paths' | 'target' | 'stateFolder'> {
  return {
    ...options,
    ...readingOf({section, layout: options.layout}),
    validate: schemaValidator(),
    standardInput: () => buffer(process.stdin),
  }
}

/** The contract of `--json`: events as they are, one a line; progress is not part of it. */
function printJson(event: ImportEvent): void {
  if (event.event !== 'progress' && event.event !== 'step') console.log(JSON.stringify(event))
}

function printWords(event: ImportEvent): void {
  if (event.event === 'progress' && !flags.quiet) show.show(event)
  if (event.event === 'vanished') show.say(`Vanished: ${event.file}`)
  if (event.event === 'file') for (const note of fileNotes(event)) show.say(note)
}

/** The first Ctrl-C lets end what is under way, the second does not. */
function stopOnInterrupt({say}: Progress): AbortSignal {
  const stopping = new AbortController()
  process.once('SIGINT', () => {
    say('Stopping: what is under way ends first. Once more stops at once.')
    stopping.abort()
    process.once('SIGINT', () => process.exit(exitCodes.interrupted))
  })
  return stopping.signal
}
