/** Lakes to measure: folders filled once a run, and lakes in a process of their own. */
import type {ChildProcess} from 'node:child_process'
import {existsSync, readFileSync} from 'node:fs'
import {rename, rm} from 'node:fs/promises'
import {join} from 'node:path'
import type {Document} from '../lake/document.ts'
import {openLake} from '../lake/index.ts'
import {copiedDocuments} from './copies.ts'
import {ended, firstLine, startScript} from './process.ts'
import {storyDocuments} from './stories.ts'

export const dataset = 'production'
export const apiVersion = 'v2025-02-19'
/** Whatever this machine is set up for, a hosted project is never measured, let alone filled. */
const localAlone = {SANITY_STUDIO_PROJECT_ID: '', SANITY_STUDIO_DATASET: dataset}
const documentsPerLoad = 2000
/** Reading more stories than these takes longer than measuring: they are copies of the first ones. */
const readAllMax = 100_000
const readOfMore = 10_000

/** Answers the folder of a lake with so many stories, and makes it where none is. */
export function lakesIn(folder: string): (stories: number) => Promise<string> {
  const ready = new Map<number, Promise<string>>()
  return (stories) => {
    const known = ready.get(stories) ?? lake(join(folder, `lake-${stories}`), stories)
    ready.set(stories, known)
    return known
  }
}

/** A lake takes its name when it is full: one that was interrupted is made anew. */
async function lake(dir: string, stories: number): Promise<string> {
  if (existsSync(dir)) return dir
  const filling = `${dir}.filling`
  await rm(filling, {recursive: true, force: true})
  await rename(await fill(filling, stories), dir)
  return dir
}

async function fill(dir: string, stories: number): Promise<string> {
  const lake = await openLake({dir, dataset})
  let batch: Document[] = []
  for (const document of documentsOf(stories)) {
    batch.push(document)
    if (batch.length < documentsPerLoad) continue
    await lake.load(dataset, batch)
    batch = []
  }
  await lake.load(dataset, batch)
  await lake.close()
  return dir
}

function documentsOf(stories: number): Iterable<Document> {
  return stories <= readAllMax
    ? storyDocuments(stories)
    : copiedDocuments([...storyDocuments(readOfMore)], stories)
}

/** What a script has to be told to work on the lake in this folder. */
export function environmentOf(dir: string): Record<string, string> {
  return {...localAlone, LAKE_DIR: dir}
}

export type ServedLake = {
  child: ChildProcess
  url: string
  token: string
  /** A path of the API behind its version, such as `/data/query/production`. */
  at: (path: string) => string
  stop: () => Promise<void>
}

/** `npm run lake` on a folder, on any free port. */
export async function serveLake(dir: string, flags: readonly string[] = []): Promise<ServedLake> {
  const child = startScript('lake', ['--port', '0', ...flags], environmentOf(dir))
  const url = await firstLine(child)
  const token = readFileSync(join(dir, 'token'), 'utf8').trim()
  return {
    child,
    url,
    token,
    at: (path) => `${url}/${apiVersion}${path}`,
    stop: () => ended(child),
  }
}

/** Sends JSON as the administrator; answers the JSON that comes back. Throws where it is refused. */
export async function post(
  lake: Pick<ServedLake, 'at' | 'token'>,
  path: string,
  body: unknown,
): Promise<unknown> {
  const response = await fetch(lake.at(path), {
    method: 'POST',
    headers: {authorization: `Bearer ${lake.token}`, 'content-type': 'application/json'},
    body: JSON.stringify(body),
  })
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`)
  return response.json()
}
