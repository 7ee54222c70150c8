/**
 * A command beside a lake, told by its environment where the lake is.
 */
import {spawn} from 'node:child_process'
import {constants} from 'node:os'
import type {OpenLake} from '../lake/index.ts'

const signalExitBase = 128

/** Runs a shell command and returns its exit code; Ctrl-C reaches the command first. */
export function runBeside(
  command: string,
  {url, token}: OpenLake,
  dataset: string,
): Promise<number> {
  const env = {
    ...process.env,
    LAKE_URL: url,
    LAKE_PORT: new URL(url).port,
    SANITY_API_HOST: url,
    SANITY_PROJECT_ID: 'local',
    SANITY_DATASET: dataset,
    SANITY_STUDIO_DATASET: dataset,
    SANITY_API_TOKEN: token,
    SANITY_API_WRITE_TOKEN: token,
    SANITY_AUTH_TOKEN: token,
  }
  const ignore = () => {}
  process.on('SIGINT', ignore)
  return new Promise((resolve, reject) => {
    const child = spawn(command, {shell: true, stdio: 'inherit', env})
    process.once('SIGTERM', () => child.kill('SIGTERM'))
    child.once('error', reject)
    child.once('exit', (code, signal) => {
      process.off('SIGINT', ignore)
      resolve(code ?? signalExitBase + (signal ? constants.signals[signal] : 0))
    })
  })
}
