import {type ChildProcess, spawn} from 'node:child_process'
import {readFileSync} from 'node:fs'
import {join} from 'node:path'

export type LakeProcess = {url: string; token: string; kill(): Promise<void>}

/** Serves a lake folder from a process of its own, as `npm run lake` does, so that it can be killed. */
export async function startLake(dir: string): Promise<LakeProcess> {
  const env = {...process.env, LAKE_DIR: dir, NODE_OPTIONS: ''}
  const args = ['--import', 'tsx', 'scripts/lake.ts', '--port', '0']
  const child = spawn(process.execPath, args, {env, stdio: ['ignore', 'pipe', 'ignore']})
  const url = await firstLine(child)
  const token = readFileSync(join(dir, 'token'), 'utf8').trim()
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  return {
    url,
    token,
    kill() {
      child.kill('SIGKILL')
      return ended
    },
  }
}

function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = ''
    child.stdout?.on('data', (chunk) => {
      text += chunk
      if (text.includes('\n')) resolve(text.slice(0, text.indexOf('\n')))
    })
    child.once('exit', (code) => reject(new Error(`The lake ended with ${code} before it served`)))
  })
}
