/** Articles by slug over HTTP, against `@hono/node-server` answering with one of them; load in a process of its own. */
import {writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {dataset, serveLake} from './lakes.ts'
import {ended, firstLine, runScript, startScript} from './process.ts'
import {atLeast, type Benchmark, rate} from './row.ts'
import {storySlug} from './stories.ts'

const queriesPerSecondMin = 3000
const loadSeconds = 3
const storiesAsked = 500
const query = '*[_type == "article" && slug.current == $slug][0]'

export const http: Benchmark = async function* ({n, folder, lakeWith}) {
  const pathsFile = join(folder, 'paths.json')
  const answerFile = join(folder, 'answer.json')
  const lake = await serveLake(await lakeWith(n))
  const paths = Array.from({length: Math.min(n, storiesAsked)}, (_, index) =>
    pathOf(lake.at, index),
  )
  await writeFile(pathsFile, JSON.stringify(paths))
  await writeFile(answerFile, await storyAt(lake.url + paths[0]))
  const perSecond = await answersPerSecond(lake.url, pathsFile)
  await lake.stop()

  const peer = startScript('bench/peers/honoConstant.ts', [answerFile], {})
  const peerPerSecond = await answersPerSecond(await firstLine(peer), pathsFile)
  await ended(peer)

  yield {
    name: 'http',
    ...rate(Math.round(perSecond * loadSeconds), loadSeconds),
    ratio: perSecond / peerPerSecond,
    against: `@hono/node-server, ${Math.round(peerPerSecond)} constant answers a second`,
    ...atLeast('perSecond', perSecond, queriesPerSecondMin),
  }
}

function pathOf(at: (path: string) => string, index: number): string {
  const url = new URL(at(`/data/query/${dataset}`))
  url.searchParams.set('query', query)
  url.searchParams.set('$slug', JSON.stringify(storySlug(index)))
  return url.pathname + url.search
}

/** An answer as text. Throws where it holds no story: nothing would be measured. */
async function storyAt(url: string): Promise<string> {
  const text = await (await fetch(url)).text()
  if (!JSON.parse(text).result?._id) throw new Error(`There is no story at ${url}: ${text}`)
  return text
}

async function answersPerSecond(url: string, pathsFile: string): Promise<number> {
  const {output} = await runScript('bench/http/load.ts', [url, pathsFile, String(loadSeconds)], {})
  return Number(output)
}
