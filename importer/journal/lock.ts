/**
 * Keeps two runs of one source into one dataset apart. A lock whose process is gone, or whose id the system has given
 * to a process that started later, is stale.
 */
import {linkSync, mkdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {hostname} from 'node:os'
import {dirname, join} from 'node:path'
import {UsageError} from '../files.ts'

type Holder = {pid: number; host: string; born: string}

/** Another run holds the lock. */
export class LockedError extends Error {
  constructor(source: string, {pid, host}: Holder) {
    super(
      `Another import of ${source} is under way (process ${pid} on ${host}); wait for it, or stop it.`,
    )
    this.name = 'LockedError'
  }
}

/** Answers the release. Throws LockedError, and UsageError where the folder cannot be written. */
export function lock(folder: string, source: string): () => void {
  const path = join(folder, `${encodeURIComponent(source)}.lock`)
  const mine: Holder = {pid: process.pid, host: hostname(), born: born(process.pid)}
  const own = `${path}.${process.pid}`
  put(own, JSON.stringify(mine))
  try {
    take(own, path, source)
  } finally {
    rmSync(own, {force: true})
  }
  return () => rmSync(path, {force: true})
}

function put(path: string, text: string): void {
  try {
    mkdirSync(dirname(path), {recursive: true})
    writeFileSync(path, text)
  } catch (error) {
    throw new UsageError(
      `${dirname(path)}, where a run keeps its lock and its journal, cannot be written (${(error as NodeJS.ErrnoException).code}).`,
    )
  }
}

/** A hard link appears with its content, or not at all. */
function take(own: string, path: string, source: string): void {
  for (let attempt = 0; ; attempt++) {
    try {
      linkSync(own, path)
      return
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
      const holder = read(path)
      if (holder && (alive(holder) || attempt > 2)) throw new LockedError(source, holder)
      rmSync(path, {force: true})
    }
  }
}

function read(path: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Holder
  } catch {
    return undefined
  }
}

function alive({pid, host, born: since}: Holder): boolean {
  // Of another machine's processes nothing is known: better to ask than to run twice.
  if (host !== hostname()) return true
  try {
    process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
  return since === born(pid)
}

/** When the process started, where the system tells; process ids come again. */
function born(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[19] ?? ''
  } catch {
    return ''
  }
}
