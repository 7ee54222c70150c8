import type {DatabaseSync} from 'node:sqlite'

/** Runs work that is durable as a whole, or not at all; inside a transaction, it is as durable as that. */
export function inTransaction<T>(db: DatabaseSync, work: () => T): T {
  const [begin, commit, rollback] = db.isTransaction ? inner : outer
  db.exec(begin)
  try {
    const value = work()
    db.exec(commit)
    return value
  } catch (error) {
    if (db.isTransaction) db.exec(rollback)
    throw error
  }
}

const outer = ['begin immediate', 'commit', 'rollback'] as const
const inner = ['savepoint work', 'release work', 'rollback to work; release work'] as const

/**
 * Repeats a step for as long as it has something to do, with pauses in which requests are answered. A step
 * that fails ends it: whoever needs what it makes will meet the error.
 */
export function inPauses(
  step: () => boolean,
  {firstMs, pauseMs}: {firstMs: number; pauseMs: number},
) {
  let timer: NodeJS.Timeout | undefined
  const after = (ms: number) => {
    timer = setTimeout(run, ms).unref()
  }
  function run(): void {
    try {
      if (step()) after(pauseMs)
      else timer = undefined
    } catch {
      timer = undefined
    }
  }
  return {
    /** Begins unless it is under way. */
    start: () => timer ?? after(firstMs),
    /** Begins anew: the first step waits again. */
    postpone() {
      clearTimeout(timer)
      after(firstMs)
    },
    stop: () => clearTimeout(timer),
  }
}
