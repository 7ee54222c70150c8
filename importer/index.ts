/**
 * Raw files → dataset. All stages on one screen; what each does stands in the file of its name.
 */

import {goneRecords} from './arrivals/vanish.ts'
import {readArrivals} from './arrivals.ts'
import {refuseTaken} from './files/claims.ts'
import type {LeftOut} from './files/walk.ts'
import {type Input, inputs, UsageError} from './files.ts'
import {decide} from './identity/decide.ts'
import {recordRoot, rootsOf} from './journal/roots.ts'
import {loadNames} from './names.ts'
import type {ImportOptions} from './options.ts'
import {planAfter, planAfterAgain} from './plan/after.ts'
import {planAgain, planArrivals} from './plan/steps.ts'
import {finish} from './run/finish.ts'
import {GuardError, guardRun} from './run/guard.ts'
import {regroup} from './run/regroup.ts'
import {joinShards} from './run/shards.ts'
import {openRun} from './run.ts'
import {emptySummary, joined, type Summary} from './summary.ts'
import {write} from './write.ts'

/**
 * Imports the files and answers what became of them; events tell it as it happens.
 * Throws UsageError, LockedError, GuardError, TargetError.
 */
export async function importCopy(options: ImportOptions): Promise<Summary> {
  const {paths, cwd = process.cwd(), stateFolder} = options
  const roots = rootsOf(stateFolder)
  const leftOut: LeftOut = (path, why) => options.on?.({event: 'leftOut', path, why})
  const all = await inputs(paths, {...options, cwd, roots, leftOut})
  await refuseTaken(all, roots, options)
  if (options.plan !== undefined && all.length > 1) {
    throw new UsageError('A plan is of one folder: give --plan one path.')
  }
  let summary = emptySummary()
  for (const input of all) {
    summary = joined(summary, await importInput(input, options).catch(toldOf(summary, options)))
    if (input.complete && !options.dryRun) recordRoot(stateFolder, input)
  }
  options.on?.(summary)
  return summary
}

/** Where the guard rail stops a run, its accounts are told none the less. */
function toldOf(before: Summary, {on}: ImportOptions): (error: unknown) => never {
  return (error) => {
    if (error instanceof GuardError && error.summary) on?.(joined(before, error.summary))
    throw error
  }
}

async function importInput(input: Input, options: ImportOptions): Promise<Summary> {
  const run = await openRun(input, options)
  try {
    const arrivals = await readArrivals(run)
    const gone = await goneRecords(run)
    await guardRun(run, {changed: arrivals.changed, gone})
    const decisions = await decide(run, arrivals, gone)
    const names = await loadNames(run, arrivals, decisions)
    await write(run, planArrivals(run, arrivals, {decisions, names}), {
      total: arrivals.spool.size(),
      replan: (steps) => planAgain(run, steps, names),
    })
    const after = {gone, moved: names.moved, names}
    await write(run, planAfter(run, after), {
      total: gone.length + names.waiting.size,
      replan: (steps) => planAfterAgain(run, steps, after),
    })
    await regroup(run)
    if (options.shard) await joinShards(run, names)
    return await finish(run)
  } finally {
    run.release()
  }
}
