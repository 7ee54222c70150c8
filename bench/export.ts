import {createWriteStream} from 'node:fs'
import {Readable} from 'node:stream'
import {pipeline} from 'node:stream/promises'
import type {ReadableStream} from 'node:stream/web'
import {dataset, type ServedLake} from './lakes.ts'

const newline = 10

/** All documents of a lake as NDJSON, as an export has them; answers how many. */
export async function saveDocuments(lake: ServedLake, file: string): Promise<number> {
  let lines = 0
  const count = async function* (chunks: AsyncIterable<Uint8Array>) {
    for await (const chunk of chunks) {
      for (const byte of chunk) if (byte === newline) lines++
      yield chunk
    }
  }
  await pipeline(await exportOf(lake), count, createWriteStream(file))
  return lines
}

/** What an export of a lake's dataset answers. Throws where it is refused. */
export async function exportOf(lake: ServedLake): Promise<Readable> {
  const headers = {authorization: `Bearer ${lake.token}`}
  const answer = await fetch(lake.at(`/data/export/${dataset}`), {headers})
  if (!answer.ok || !answer.body) throw new Error(`The export answered ${answer.status}.`)
  return Readable.fromWeb(answer.body as ReadableStream)
}
