/**
 * The guard rail: an import that would change or lose a large share of the known stories is more likely a mistake at the
 * source than news.
 */

import type {Input} from '../files.ts'
import {countCurrent} from '../known.ts'
import type {Run} from '../run.ts'
import type {Summary} from '../summary.ts'

/** Fewer known stories than these are too few to tell. */
export const guardedStoriesMin = 20
/** Of the known stories; a counter alone does not count as a change. */
export const changedShareMax = 0.3
export const vanishedShareMax = 0.2

/** Nothing was written; exit code 5. */
export class GuardError extends Error {
  /** The run's accounts so far. */
  summary?: Summary
  constructor(message: string) {
    super(message)
    this.name = 'GuardError'
  }
}

export async function guardRun(
  run: Run,
  {changed, gone}: {changed: number; gone: readonly unknown[]},
): Promise<void> {
  const {heads, memory, options, target, input} = run
  if (options.yes || changed + gone.length === 0) return
  const known = heads.all ? memory.heads.current() : await countCurrent(target, input.source)
  try {
    guard({known, changed, vanished: gone.length, input})
  } catch (error) {
    if (!(error instanceof GuardError)) throw error
    error.summary = run.summary
    if (!options.dryRun) throw error
    run.emit({event: 'guard', message: error.message})
  }
}

export type Judged = {
  known: number
  changed: number
  vanished: number
  input: Pick<Input, 'root' | 'source'>
}

/** Throws GuardError. */
export function guard({known, changed, vanished, input: {root, source}}: Judged): void {
  if (known < guardedStoriesMin) return
  const cause = `Is ${root} the folder that source ${source} has come from so far? If not, give --source NAME.`
  if (changed / known > changedShareMax) {
    throw stopped(`${changed} of ${known} known stories would change`, changedShareMax, cause)
  }
  if (vanished / known > vanishedShareMax) {
    throw stopped(`${vanished} of ${known} known stories would vanish`, vanishedShareMax, cause)
  }
}

function stopped(what: string, shareMax: number, cause: string): GuardError {
  const percent = `${Math.round(shareMax * 100)} %`
  return new GuardError(
    `Stopped, nothing written: ${what}, more than ${percent}. ${cause} Look at --dry-run; --yes goes on.`,
  )
}
