import {type ChildProcess, type SpawnOptions, spawn} from 'node:child_process'
import {readFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {exitCodes} from './exitCodes.ts'

/** Starts the official `sanity` command of this checkout with the Node that runs now. */
export function sanityCli(args: string[], options: SpawnOptions = {}): ChildProcess {
  return spawn(process.execPath, [cliPath(), ...args], {cwd: projectRoot, ...options})
}

/** Runs the command in the terminal of this process; answers its exit code. Ctrl-C is left to the command. */
export function runSanityCli(args: string[], env: NodeJS.ProcessEnv): Promise<number> {
  const child = sanityCli(args, {stdio: 'inherit', env})
  process.on('SIGINT', () => {})
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', (code) => resolve(code ?? exitCodes.interrupted))
  })
}

export const projectRoot = dirname(import.meta.dirname)

function cliPath(): string {
  const manifest = fileURLToPath(import.meta.resolve('@sanity/cli/package.json'))
  const {bin} = JSON.parse(readFileSync(manifest, 'utf8')) as {bin: {sanity: string}}
  return join(dirname(manifest), bin.sanity)
}
