/**
 * Folders → imports without end: what appears or changes is imported once it has stopped growing. Errors are told and
 * the watch goes on.
 */
import {statSync} from 'node:fs'
import {resolve} from 'node:path'
import {watch as watchFiles} from 'chokidar'
import {TakenError} from './files/claims.ts'
import {UsageError} from './files.ts'
import {importCopy} from './index.ts'
import type {ImportOptions} from './options.ts'
import {spansOf} from './pack/parcel.ts'
import {GuardError} from './run/guard.ts'
import type {ImportEvent} from './summary.ts'
import {type Clock, systemClock} from './target/pace.ts'
import {doubtShare, hasGoneQuiet, layoutHasChanged} from './watch/quiet.ts'

/** A file is whole when it has not grown for so long. */
const settledMs = 500
const pollMs = 100
/** What comes close together is imported together. */
const gatherMs = 200
/** Some programs save by renaming: what is gone is judged when nothing has moved for so long, or after the longer time. */
const quietMs = 1_000
const patienceMs = 15_000
const retryMs = 5_000
const lookMs = 60_000
const remembered = 200

export type WatchEvents = {
  on: (event: ImportEvent) => void
  /** A sentence about the watch itself. */
  say: (sentence: string) => void
}

/** Imports the folders as a whole, then what changes, until `signal` aborts. Throws UsageError where a path is none, or its source another folder's. */
export async function watch(options: ImportOptions, {on, say}: WatchEvents): Promise<void> {
  const {clock = systemClock, signal} = options
  const folders = options.paths.map((path) => folderOf(path, options.cwd))
  const pending = new Set<string>()
  /** When something was first found gone, and when anything moved last. */
  let goneAt: number | undefined = clock.now() - patienceMs
  let movedAt = 0
  const watcher = watchFiles(folders, {
    ignoreInitial: true,
    ignored: (path) => /(^|[/\\])\.[^/\\]/.test(path),
    awaitWriteFinish: {stabilityThreshold: settledMs, pollInterval: pollMs},
  })
  watcher.on('add', (path) => pending.add(path))
  watcher.on('change', (path) => pending.add(path))
  watcher.on('unlink', () => {
    goneAt ??= clock.now()
  })
  watcher.on('raw', () => {
    movedAt = clock.now()
  })
  watcher.on('error', (error) => say(`The folder cannot be watched: ${(error as Error).message}`))
  const source = sourceHealth(clock, say)
  const tell = (event: ImportEvent) => {
    source.on(event)
    on(event)
  }
  try {
    while (!signal?.aborted) {
      await clock.sleep(gatherMs)
      source.look()
      const now = clock.now()
      const gone = goneAt !== undefined && (now - movedAt > quietMs || now - goneAt >= patienceMs)
      // Alone, a file that was renamed would count as another one with the same text.
      if (goneAt === undefined ? pending.size === 0 : !gone) continue
      // A complete listing alone shows what vanished and what moved.
      const paths = gone ? folders : [...pending]
      pending.clear()
      if (gone) goneAt = undefined
      const again = await importOrSay({...options, paths, on: tell}, say)
      if (!again) continue
      for (const path of paths) pending.add(path)
      await clock.sleep(retryMs)
    }
  } finally {
    await watcher.close()
  }
}

function folderOf(path: string, cwd = process.cwd()): string {
  const folder = resolve(cwd, path)
  if (!statSync(folder, {throwIfNoEntry: false})?.isDirectory()) {
    throw new UsageError(`${path} is no folder: --watch takes folders.`)
  }
  return folder
}

/** Answers whether it has to be tried again. */
async function importOrSay(options: ImportOptions, say: WatchEvents['say']): Promise<boolean> {
  try {
    await importCopy(options)
    return false
  } catch (error) {
    if (error instanceof TakenError) throw error
    // A file that came and went is nothing to try again.
    if (error instanceof UsageError) return false
    say((error as Error).message)
    return !(error instanceof GuardError)
  }
}

/** Warns once when the source goes quiet, and once when its copy is no longer understood. */
function sourceHealth(clock: Clock, say: WatchEvents['say']) {
  const deliveries: number[] = []
  const doubts: number[] = []
  let quiet = false
  let lost = false
  let lookedAt = clock.now()
  return {
    on(event: ImportEvent): void {
      if (event.event !== 'step' || !event.step.arrival) return
      const {lines = []} = spansOf(event.step.arrival)
      deliveries.push(clock.now())
      doubts.push(doubtShare(lines))
      for (const list of [deliveries, doubts]) list.splice(0, list.length - remembered)
      quiet = false
    },
    look(): void {
      if (clock.now() - lookedAt < lookMs) return
      lookedAt = clock.now()
      if (!quiet && hasGoneQuiet(deliveries, clock.now())) {
        quiet = true
        say('Nothing has come for much longer than usual: look whether the source still delivers.')
      }
      const changed = layoutHasChanged(doubts)
      if (!lost && changed)
        say('The latest copy is understood much worse: its layout may have changed.')
      lost = changed
    },
  }
}
