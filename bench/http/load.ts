/**
 * Asks a server for paths, over and over: `load.ts URL FILE SECONDS`, with the paths in FILE as a JSON list. Prints
 * how many answers a second came; ends with 1 where one is no success.
 */
import {readFileSync} from 'node:fs'
import {Agent, get} from 'node:http'

const connections = 32
const warmUpSeconds = 1

const [url = '', file = '', seconds = ''] = process.argv.slice(2)
const paths = JSON.parse(readFileSync(file, 'utf8')) as string[]
const agent = new Agent({keepAlive: true, maxSockets: connections})
const {hostname, port} = new URL(url)

await load(warmUpSeconds)
console.log(await load(Number(seconds)))
agent.destroy()

async function load(duration: number): Promise<number> {
  const start = performance.now()
  const end = start + duration * 1000
  let answers = 0
  const lane = async () => {
    while (performance.now() < end) await ask(paths[answers++ % paths.length] ?? '/')
  }
  await Promise.all(Array.from({length: connections}, lane))
  return answers / ((performance.now() - start) / 1000)
}

function ask(path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = get({hostname, port, path, agent}, (response) => {
      response.on('end', () => {
        if (response.statusCode === 200) resolve()
        else reject(new Error(`${path} answered ${response.statusCode}.`))
      })
      response.resume()
    })
    request.on('error', reject)
  })
}
