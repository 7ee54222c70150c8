/** The thread's side: reads all of its files whenever it is told to, as the importer's threads do: a part at once. */
import {hash} from 'node:crypto'
import {basename, dirname} from 'node:path'
import {parentPort, workerData} from 'node:worker_threads'
import {isSource, readBytes, readBytesSync, sourceOf} from '../../importer/source.ts'
import {split} from '../../importer/split.ts'
import {readStories} from '../../importer/stages.ts'
import type {Reading} from './reader.ts'

const filesAtOnce = 32

const {paths, how} = workerData as Reading
const take: Record<Reading['how'], (bytes: Uint8Array, path: string) => void> = {
  parse(bytes, path) {
    const outcome = sourceOf(bytes, {file: basename(path), name: 'bench'})
    if (!isSource(outcome)) throw new Error(outcome.message)
    readStories(outcome)
  },
  split: hashAndSplit,
  splitAtOnce: hashAndSplit,
}

function hashAndSplit(bytes: Uint8Array): void {
  hash('sha256', bytes)
  split(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString())
}

parentPort?.on('message', async () => {
  for (let from = 0; from < paths.length; from += filesAtOnce) {
    const part = paths.slice(from, from + filesAtOnce)
    const read = await Promise.all(part.map(readOne))
    for (const [at, bytes] of read.entries()) take[how](bytes, part[at] as string)
  }
  parentPort?.postMessage('done')
})
parentPort?.postMessage('ready')

async function readOne(path: string): Promise<Uint8Array> {
  const place = {root: dirname(path), file: basename(path), name: 'bench'}
  const bytes = how === 'split' ? await readBytes(place) : readBytesSync(place)
  if (!(bytes instanceof Uint8Array)) throw new Error(`Cannot read ${path}.`)
  return bytes
}
