import {linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {tokenFile} from './tokens.ts'

/** Who owns a lake folder. The address is empty until the lake listens. */
type Lock = {pid: number; instance: string; url: string}

const probeTimeoutMs = 2_000
const attemptsMax = 5
const ownerOnly = 0o600

/** A lake folder that another process serves; `url` is where, empty while it is starting. */
export class LakeInUseError extends Error {
  readonly url: string

  constructor(dir: string, {pid, url}: Lock) {
    const where = url ? ` at ${url}` : ''
    super(`The lake in ${dir} is in use${where} (process ${pid}): use it there, or stop it first`)
    this.name = 'LakeInUseError'
    this.url = url
  }
}

/** The lake that another process serves from this folder, if it lives. */
export async function servingLake(dir: string): Promise<{url: string; token: string} | undefined> {
  const lock = readLock(dir)
  if (!lock?.url || !(await isAlive(lock))) return undefined
  return {url: lock.url, token: readFileSync(tokenFile(dir), 'utf8').trim()}
}

/**
 * Takes a folder for this process; a lock whose owner is gone is taken over.
 * @throws LakeInUseError where another process has it.
 */
export async function takeLock(dir: string, instance: string) {
  mkdirSync(dir, {recursive: true, mode: 0o700})
  const own: Lock = {pid: process.pid, instance, url: ''}
  for (let attempt = 0; attempt < attemptsMax; attempt++) {
    if (writeLock(dir, own)) return heldLock(dir, own)
    const found = readLock(dir)
    if (found && (await isAlive(found))) throw new LakeInUseError(dir, found)
    removeStale(dir, instance)
  }
  throw new Error(`Cannot take the lake in ${dir}: remove ${lockFile(dir)} if nothing uses it`)
}

function heldLock(dir: string, own: Lock) {
  return {
    /** Tells others where this lake listens. */
    announce(url: string): void {
      const file = temporary(dir, own.instance)
      writeFileSync(file, JSON.stringify({...own, url}), {mode: ownerOnly})
      renameSync(file, lockFile(dir))
    },
    release(): void {
      if (readLock(dir)?.instance === own.instance) rmSync(lockFile(dir), {force: true})
    },
  }
}

const lockFile = (dir: string) => join(dir, 'lock')
const temporary = (dir: string, instance: string) => join(dir, `lock.${instance}`)

/** Linking a whole file into place means that nobody ever reads half a lock. */
function writeLock(dir: string, lock: Lock): boolean {
  const file = temporary(dir, lock.instance)
  writeFileSync(file, JSON.stringify(lock), {mode: ownerOnly})
  try {
    linkSync(file, lockFile(dir))
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  } finally {
    rmSync(file, {force: true})
  }
}

function readLock(dir: string): Lock | undefined {
  try {
    return JSON.parse(readFileSync(lockFile(dir), 'utf8')) as Lock
  } catch {
    return undefined
  }
}

/** Only one of several that find a stale lock gets to move it away. */
function removeStale(dir: string, instance: string): void {
  const aside = `${temporary(dir, instance)}.stale`
  try {
    renameSync(lockFile(dir), aside)
  } catch {
    return
  }
  rmSync(aside, {force: true})
}

/** A process id may be another program's by now, so that an address is asked who it is. */
async function isAlive({pid, instance, url}: Lock): Promise<boolean> {
  if (!processLives(pid)) return false
  if (!url) return true
  try {
    const response = await fetch(`${url}/v1/ping`, {signal: AbortSignal.timeout(probeTimeoutMs)})
    const answer = (await response.json()) as {instance?: string}
    return answer.instance === instance
  } catch (error) {
    return error instanceof Error && error.name === 'TimeoutError'
  }
}

function processLives(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
