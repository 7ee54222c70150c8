/**
 * The guard rail: an import that would change or lose a large share of the known stories is more likely a mistake at the
 * source than news.
 */

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
    guard({known, changed, vanished: gone.length})
  } catch (error) {
    if (!(error instanceof GuardError)) throw error
    error.summary = run.summary
    if (!options.dryRun) throw error
    run.emit({event: 'guard', message: error.message})
  }
}

export type Judged = {known: number; changed: number; vanished: number}

/** Throws GuardError. */
export function guard({known, changed, vanished}: Judged): void {
  if (known < guardedStoriesMin) return
  if (changed / known > changedShareMax) {
    throw new GuardError(stopped(changed, known, {verb: 'change', max: changedShareMax}))
  }
  if (vanished / known > vanishedShareMax) {
    throw new GuardError(stopped(vanished, known, {verb: 'vanish', max: vanishedShareMax}))
  }
}

function stopped(count: number, known: number, {verb, max}: {verb: string; max: number}): string {
  const percent = `${Math.round(max * 100)} %`
  return `Stopped, nothing written: ${count} of ${known} known stories would ${verb}, more than ${percent}. Look at --dry-run; --yes goes on.`
}
