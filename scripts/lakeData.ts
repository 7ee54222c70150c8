/**
 * Documents from a file into a lake, and back: what `npm run lake -- --seed --export-on-exit` do.
 */
import {isUtf8} from 'node:buffer'
import {createReadStream, createWriteStream} from 'node:fs'
import {rename} from 'node:fs/promises'
import {Readable} from 'node:stream'
import {pipeline} from 'node:stream/promises'
import type {ReadableStream} from 'node:stream/web'
import {createClient} from '@sanity/client'
import type {Document} from '../lake/document.ts'
import type {OpenLake} from '../lake/index.ts'
import {faultOf} from '../lake/load.ts'

const documentsPerLoad = 2_000
const chunkBytes = 1_000_000
const apiVersion = '2025-02-19'

/** NDJSON is loaded as it is; an export with its assets goes through @sanity/import. */
export async function seedFrom(file: string, lake: OpenLake, dataset: string): Promise<void> {
  if (!file.endsWith('.tar.gz')) return loadLines(file, lake, dataset)
  const {sanityImport} = await import('@sanity/import')
  const options = {client: clientFor(lake, dataset), operation: 'createOrReplace'} as const
  await sanityImport(createReadStream(file), options)
}

async function loadLines(file: string, lake: OpenLake, dataset: string): Promise<void> {
  const now = new Date().toISOString()
  let batch: Document[] = []
  let line = 0
  for await (const bytes of linesOf(file)) {
    line++
    if (bytes.length === 0 || bytes.toString().trim() === '') continue
    batch.push({_rev: 'seed', _createdAt: now, _updatedAt: now, ...documentIn(bytes, file, line)})
    if (batch.length < documentsPerLoad) continue
    await lake.load(dataset, batch)
    batch = []
  }
  if (batch.length > 0) await lake.load(dataset, batch)
}

const lineFeed = 0x0a

async function* linesOf(file: string): AsyncGenerator<Buffer> {
  let rest = Buffer.alloc(0)
  for await (const chunk of createReadStream(file, {highWaterMark: chunkBytes})) {
    const bytes = Buffer.concat([rest, chunk])
    let start = 0
    for (let end = bytes.indexOf(lineFeed); end >= 0; end = bytes.indexOf(lineFeed, start)) {
      yield bytes.subarray(start, end)
      start = end + 1
    }
    rest = bytes.subarray(start)
  }
  yield rest
}

function documentIn(bytes: Buffer, file: string, line: number): Document {
  const fail = (what: string) => new Error(`${file}:${line}: ${what}`)
  if (!isUtf8(bytes)) throw fail('this is no UTF-8')
  let value: Document
  try {
    value = JSON.parse(bytes.toString())
  } catch (error) {
    throw fail(`this is no JSON: ${(error as Error).message}`)
  }
  const fault = faultOf(value)
  if (fault) throw fail(fault)
  return value
}

/**
 * `.ndjson` holds documents alone, anything else is an export with assets. A file that was there before stays
 * until the new one is whole.
 */
export async function exportTo(file: string, lake: OpenLake, dataset: string): Promise<void> {
  const part = `${file}.part`
  if (file.endsWith('.ndjson')) await exportLines(part, lake, dataset)
  else {
    const {exportDataset} = await import('@sanity/export')
    await exportDataset({client: clientFor(lake, dataset), dataset, outputPath: part})
  }
  await rename(part, file)
}

async function exportLines(file: string, {url, token}: OpenLake, dataset: string): Promise<void> {
  const headers = {authorization: `Bearer ${token}`}
  const response = await fetch(`${url}/v${apiVersion}/data/export/${dataset}`, {headers})
  if (!response.ok || !response.body) throw new Error(`The export failed: ${response.status}`)
  await pipeline(Readable.fromWeb(response.body as ReadableStream), createWriteStream(file))
}

const clientFor = ({url, token}: OpenLake, dataset: string) =>
  createClient({
    projectId: 'local',
    dataset,
    apiHost: url,
    useProjectHostname: false,
    apiVersion,
    useCdn: false,
    token,
  })
