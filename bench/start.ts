/**
 * `npm start` on a checkout where it has run before, until Studio answers. The project's variables stay as they are:
 * they are built into the Studio, and another value would have it built anew.
 */

import {type AddressInfo, createServer} from 'node:net'
import {join} from 'node:path'
import {setTimeout as sleep} from 'node:timers/promises'
import {secondsOf} from './measure.ts'
import {ended, startScript} from './process.ts'
import {answerTime, atMost, type Benchmark} from './row.ts'

const secondsMax = 3
const askEveryMs = 20
/** The first start may build the Studio. */
const giveUpMs = 300_000

export const start: Benchmark = async function* ({folder}) {
  const dir = join(folder, 'lake')
  await startSeconds(dir)
  const seconds = await startSeconds(dir)
  yield {name: 'start', ...answerTime(1, seconds), ...atMost('seconds', seconds, secondsMax)}
}

async function startSeconds(dir: string): Promise<number> {
  const port = await freePort()
  const environment = {LAKE_DIR: dir, SITE_PORT: '0'}
  const child = startScript('start', ['--port', String(port)], environment)
  child.stdout?.resume()
  child.stderr?.resume()
  try {
    return await secondsOf(async () => {
      const giveUpAt = performance.now() + giveUpMs
      while (!(await answers(`http://127.0.0.1:${port}/`))) {
        if (child.exitCode !== null || performance.now() > giveUpAt) {
          throw new Error('npm start never served the Studio.')
        }
        await sleep(askEveryMs)
      }
    })
  } finally {
    await ended(child)
  }
}

async function answers(url: string): Promise<boolean> {
  const response = await fetch(url).catch(() => undefined)
  return response?.ok === true && (await response.text()).includes('<script')
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const {port} = server.address() as AddressInfo
  await new Promise((closed) => server.close(closed))
  return port
}
