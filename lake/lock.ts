/** Who serves a lake folder: one process, found by the others. */
import {mkdirSync, readFileSync, renameSync, rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {holdFolder} from './store/hold.ts'
import {tokenFile} from './tokens.ts'

/** Who owns a lake folder. The address is empty until the lake listens. */
type Lock = {pid: number | undefined; instance: string; url: string}

const probeTimeoutMs = 2_000
const ownerOnly = 0o600

/** A lake folder that another process serves; `url` is where, empty while it is starting. */
export class LakeInUseError extends Error {
  readonly url: string

  constructor(dir: string, {pid, url}: Lock) {
    const where = url ? ` at ${url}` : ''
    const who = pid ? ` (process ${pid})` : ''
    super(`The lake in ${dir} is in use${where}${who}: use it there, or stop it first`)
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
 * Takes a folder for this process. The system frees what a process held that is gone, however it went.
 * @throws LakeInUseError where another has it.
 */
export async function takeLock(dir: string, instance: string) {
  mkdirSync(dir, {recursive: true, mode: 0o700})
  const held = holdFolder(dir)
  if (!held) throw new LakeInUseError(dir, await owner(dir))
  const own: Lock = {pid: process.pid, instance, url: ''}
  writeLock(dir, own)
  return {
    /** Tells others where this lake listens. */
    announce: (url: string) => writeLock(dir, {...own, url}),
    release(): void {
      if (readLock(dir)?.instance === instance) rmSync(lockFile(dir), {force: true})
      held.release()
    },
  }
}

/** Who has the folder; the address is empty until it answers there. */
async function owner(dir: string): Promise<Lock> {
  const found = readLock(dir)
  if (!found) return {pid: undefined, instance: '', url: ''}
  return (await isAlive(found)) ? found : {...found, url: ''}
}

const lockFile = (dir: string) => join(dir, 'lock')

/** Moving a whole file into place means that nobody ever reads half a lock. */
function writeLock(dir: string, lock: Lock): void {
  const file = join(dir, `lock.${lock.instance}`)
  writeFileSync(file, JSON.stringify(lock), {mode: ownerOnly})
  renameSync(file, lockFile(dir))
}

function readLock(dir: string): Lock | undefined {
  try {
    return JSON.parse(readFileSync(lockFile(dir), 'utf8')) as Lock
  } catch {
    return undefined
  }
}

/** A process id may be another program's by now, so that an address is asked who it is. */
async function isAlive({pid, instance, url}: Lock): Promise<boolean> {
  if (!pid || !processLives(pid)) return false
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
