/**
 * Raw files into the local lake, end to end and durable, against `@sanity/import` loading the same documents as ready
 * NDJSON into a server that answers at once.
 */
import {createWriteStream, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {Readable} from 'node:stream'
import {pipeline} from 'node:stream/promises'
import {writeCorpus} from './corpus.ts'
import {ended, firstLine, runScript, startScript, watchMemory} from './process.ts'
import type {Benchmark} from './row.ts'

/** Times the documents a second of the peer. */
const ratioMin = 5
const importerMbMax = 300
const lakeMbMax = 700

export const importing: Benchmark = async function* ({n, folder}) {
  const copy = join(folder, 'copy')
  const dir = join(folder, 'lake')
  const dump = join(folder, 'documents.ndjson')
  await writeCorpus(copy, n)

  const lake = startScript('lake', ['--port', '0'], {LAKE_DIR: dir})
  const lakePeak = watchMemory(lake)
  const url = await firstLine(lake)
  const run = await runScript('import', ['--quiet', '--json', copy], {LAKE_DIR: dir})
  const documents = await saveDocuments(url, dir, dump)
  await ended(lake)
  const peer = await runScript('bench/peers/sanityImport.ts', [dump], {})

  const perSecond = documents / run.seconds
  const ratio = perSecond / (documents / Number(peer.output))
  const shared = {n, seconds: run.seconds, perSecond}
  yield {
    name: 'import',
    ...shared,
    peakRssMb: run.peakRssMb,
    ratio,
    against: `@sanity/import, ${Math.round(documents / Number(peer.output))} documents a second`,
    bar: `ratio >= ${ratioMin}`,
    holds: ratio >= ratioMin,
  }
  yield {
    name: 'import-memory',
    ...shared,
    peakRssMb: run.peakRssMb,
    bar: `importer < ${importerMbMax} MB`,
    holds: (run.peakRssMb ?? 0) < importerMbMax,
  }
  yield {
    name: 'import-memory-lake',
    ...shared,
    peakRssMb: lakePeak(),
    bar: `lake < ${lakeMbMax} MB`,
    holds: (lakePeak() ?? 0) < lakeMbMax,
  }
}

/** All documents of the lake as NDJSON, as an export has them; answers how many. */
async function saveDocuments(url: string, dir: string, file: string): Promise<number> {
  const token = readFileSync(join(dir, 'token'), 'utf8').trim()
  const answer = await fetch(`${url}/v2025-02-19/data/export/production`, {
    headers: {authorization: `Bearer ${token}`},
  })
  if (!answer.ok || !answer.body) throw new Error(`The export answered ${answer.status}.`)
  let lines = 0
  const count = async function* (chunks: AsyncIterable<Uint8Array>) {
    for await (const chunk of chunks) {
      for (const byte of chunk) if (byte === 10) lines++
      yield chunk
    }
  }
  await pipeline(Readable.fromWeb(answer.body as never), count, createWriteStream(file))
  return lines
}
