/**
 * Documents from a file into a lake, and back: what `npm run lake -- --seed --export-on-exit` do.
 */
import {createReadStream, createWriteStream} from 'node:fs'
import {createInterface} from 'node:readline'
import {Readable} from 'node:stream'
import {pipeline} from 'node:stream/promises'
import type {ReadableStream} from 'node:stream/web'
import {createClient} from '@sanity/client'
import type {Document} from '../lake/document.ts'
import type {OpenLake} from '../lake/index.ts'

const documentsPerLoad = 2_000
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
  for await (const line of createInterface({input: createReadStream(file)})) {
    if (line.trim() === '') continue
    const document = JSON.parse(line) as Document
    batch.push({_rev: 'seed', _createdAt: now, _updatedAt: now, ...document})
    if (batch.length < documentsPerLoad) continue
    await lake.load(dataset, batch)
    batch = []
  }
  if (batch.length > 0) await lake.load(dataset, batch)
}

/** `.ndjson` holds documents alone, anything else is an export with assets. */
export async function exportTo(file: string, lake: OpenLake, dataset: string): Promise<void> {
  if (!file.endsWith('.ndjson')) {
    const {exportDataset} = await import('@sanity/export')
    await exportDataset({client: clientFor(lake, dataset), dataset, outputPath: file})
    return
  }
  const headers = {authorization: `Bearer ${lake.token}`}
  const response = await fetch(`${lake.url}/v${apiVersion}/data/export/${dataset}`, {headers})
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
