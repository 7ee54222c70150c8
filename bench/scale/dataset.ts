import {createInterface} from 'node:readline'
import {Readable} from 'node:stream'
import type {ReadableStream} from 'node:stream/web'
import {dataset, type ServedLake} from '../lakes.ts'
import {addAttributes} from './attributes.ts'

export type DatasetSize = {
  documents: number
  /** JSON in UTF-8. */
  bytes: number
  attributes: number
}

/** Size of a lake's dataset, by its export. */
export async function sizeOf(lake: ServedLake): Promise<DatasetSize> {
  const headers = {authorization: `Bearer ${lake.token}`}
  const answer = await fetch(lake.at(`/data/export/${dataset}`), {headers})
  if (!answer.ok || !answer.body) throw new Error(`The export answered ${answer.status}.`)
  const attributes = new Set<string>()
  let documents = 0
  let bytes = 0
  const input = Readable.fromWeb(answer.body as ReadableStream)
  for await (const line of createInterface({input})) {
    documents++
    bytes += Buffer.byteLength(line)
    addAttributes(attributes, JSON.parse(line))
  }
  return {documents, bytes, attributes: attributes.size}
}
