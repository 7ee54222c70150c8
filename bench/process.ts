/** Whole processes, measured from outside: how long they ran and how much memory they took. */
import {type ChildProcess, spawn} from 'node:child_process'
import {once} from 'node:events'
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {createInterface} from 'node:readline'
import type {Readable} from 'node:stream'

const root = join(import.meta.dirname, '..')
const watchEveryMs = 50
/** Of what a process said before it failed. */
const wordsMax = 1000

export type Watched = {seconds: number; peakRssMb?: number; output: string}

/** Runs `scripts/NAME.ts` to its end. Throws with its words where it exits with another code than 0. */
export async function runScript(
  name: string,
  args: readonly string[],
  environment: Record<string, string>,
): Promise<Watched> {
  const start = performance.now()
  const child = startScript(name, args, environment)
  const peak = watchMemory(child)
  const [output, words] = await Promise.all([textOf(child.stdout), textOf(child.stderr)])
  await exited(child)
  const code = child.exitCode ?? child.signalCode
  if (code !== 0) throw new Error(`${name} ended with ${code}: ${words.slice(-wordsMax)}`)
  return {seconds: (performance.now() - start) / 1000, peakRssMb: peak(), output}
}

/** Starts `scripts/NAME.ts`, or another file by its path from the project's root. It does not outlive this process. */
export function startScript(
  name: string,
  args: readonly string[],
  environment: Record<string, string>,
): ChildProcess {
  const entry = name.includes('/')
    ? ['--import', 'tsx', join(root, name)]
    : [join(root, 'scripts/run.cjs'), name]
  const child = spawn(process.execPath, [...entry, ...args], {
    cwd: root,
    env: {...process.env, ...environment},
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  // Before what removes its files.
  const end = () => child.kill('SIGTERM')
  process.prependOnceListener('exit', end)
  child.once('exit', () => process.off('exit', end))
  return child
}

/** Answers the largest resident set seen, in MiB; undefined where the system has no /proc. */
export function watchMemory(child: ChildProcess): () => number | undefined {
  let peak: number | undefined
  const look = () => {
    peak = Math.max(peak ?? 0, peakRssMb(child.pid) ?? 0) || undefined
  }
  const timer = setInterval(look, watchEveryMs)
  child.once('exit', () => clearInterval(timer))
  return () => peak
}

function peakRssMb(pid = 0): number | undefined {
  try {
    const kibibytes = readFileSync(`/proc/${pid}/status`, 'utf8').match(/VmHWM:\s+(\d+)/)?.[1]
    return kibibytes === undefined ? undefined : Math.round(Number(kibibytes) / 1024)
  } catch {
    return undefined
  }
}

/** The first line that a server prints: where it listens. What it prints after that is let go. */
export async function firstLine(child: ChildProcess): Promise<string> {
  const words = textOf(child.stderr)
  const lines = createInterface({input: child.stdout as Readable})
  const line = await Promise.race([
    once(lines, 'line').then(([text]) => String(text)),
    once(child, 'exit').then(() => undefined),
  ])
  if (line !== undefined) return line
  throw new Error(`The process ended before it listened: ${(await words).slice(-wordsMax)}`)
}

export async function ended(child: ChildProcess): Promise<void> {
  child.kill('SIGTERM')
  await exited(child)
}

async function exited(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
}

async function textOf(stream: ChildProcess['stdout']): Promise<string> {
  let text = ''
  for await (const chunk of stream ?? []) text += chunk
  return text
}
