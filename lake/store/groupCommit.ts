/** When writes become durable: those that wait together by one commit. */
import type {DatabaseSync} from 'node:sqlite'

type Job = {work: () => unknown; resolve: (value: never) => void; reject: (reason: unknown) => void}

/** The most jobs that share one commit; each still has its own answer. */
const jobsPerCommitMax = 256

/**
 * Runs writes one after the other; those that wait together become durable by one commit.
 * What a job has written is taken back where it throws, and the others go on.
 */
export function openGroupCommit(db: DatabaseSync, onRollback: () => void) {
  const begin = db.prepare('begin immediate')
  const commit = db.prepare('commit')
  const mark = db.prepare('savepoint job')
  const keep = db.prepare('release job')
  let waiting: Job[] = []
  let scheduled = false

  function write<T>(work: () => T): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      waiting.push({work, resolve, reject})
      if (scheduled) return
      scheduled = true
      setImmediate(drain)
    })
  }

  function drain(): void {
    scheduled = false
    while (waiting.length > 0) {
      const jobs = waiting.slice(0, jobsPerCommitMax)
      waiting = waiting.slice(jobsPerCommitMax)
      commitTogether(jobs)
    }
  }

  function commitTogether(jobs: Job[]): void {
    const announcements: (() => void)[] = []
    try {
      begin.run()
      const run = jobs.length > 1 ? runJob : runAlone
      for (const job of jobs) announcements.push(run(job))
      commit.run()
    } catch (reason) {
      if (db.isTransaction) db.exec('rollback')
      onRollback()
      for (const job of jobs) job.reject(reason)
      return
    }
    for (const announce of announcements) announce()
  }

  /** Where it throws, the whole commit is taken back: no page has to be kept as it was before. */
  function runAlone({work, resolve}: Job): () => void {
    const value = work() as never
    return () => resolve(value)
  }

  function runJob({work, resolve, reject}: Job): () => void {
    mark.run()
    try {
      const value = work() as never
      return () => resolve(value)
    } catch (reason) {
      db.exec('rollback to job')
      onRollback()
      return () => reject(reason)
    } finally {
      keep.run()
    }
  }

  return {write, drain}
}
