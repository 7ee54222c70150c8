/**
 * An import into a lake that enforces the hosted one's rates: how many requests it takes, and whether it is ever
 * turned away after it has found its pace. `@sanity/import` loads the same documents beside it.
 */
import {join} from 'node:path'
import {limits} from '../importer/pack.ts'
import {writeCorpus} from './corpus.ts'
import {saveDocuments} from './export.ts'
import {importThrough} from './hosted/importThrough.ts'
import {isMutation, type LoggedRequest, logRequests} from './hosted/requestLog.ts'
import {serveLake} from './lakes.ts'
import {type PeerImport, sanityImport} from './peers/run.ts'
import {all, atMost, type Benchmark, rate} from './row.ts'

/** Times the least number of requests. */
const requestsMax = 1.15
const accepted = 200
const tooManyRequests = 429
/** So long after its first write an importer may find out what the lake takes; before that it reads its files. */
const paceFoundMs = 1000

export const hosted: Benchmark = async function* ({n, folder}) {
  const copy = join(folder, 'copy')
  const dump = join(folder, 'documents.ndjson')
  await writeCorpus(copy, n)
  const lake = await serveLake(join(folder, 'lake'), ['--limits', 'hosted'])
  const log = await logRequests(lake.url)
  const summary = await importThrough(log.url, {copy, folder, lake})
  const mutations = log.requests.filter(isMutation)
  await saveDocuments(lake, dump)
  await log.stop()
  await lake.stop()

  const least = Math.ceil(bytesOf(mutations) / limits.batchBytes)
  yield {
    name: 'hosted-requests',
    ...rate(mutations.length, summary.seconds),
    ratio: least / mutations.length,
    against: `${least} requests of ${limits.batchBytes} bytes`,
    ...atMost('requests', mutations.length, least * requestsMax),
  }
  const firstMs = mutations[0]?.atMs ?? 0
  const late = log.requests.filter(
    ({status, atMs}) => status === tooManyRequests && atMs - firstMs > paceFoundMs,
  )
  yield {
    name: 'hosted-refusals',
    ...rate(n, summary.seconds),
    against: `@sanity/import, ${outcome(await loadPaced(dump, join(folder, 'peer')))}`,
    ...all(
      atMost('429s after the first second', late.length, 0),
      atMost('stories not written', n - summary.created, 0),
    ),
  }
}

async function loadPaced(dump: string, dir: string): Promise<PeerImport> {
  const lake = await serveLake(dir, ['--limits', 'hosted'])
  const peer = await sanityImport(dump, lake)
  await lake.stop()
  return peer
}

/** What was accepted: a request that was turned away says nothing new when it is sent again. */
function bytesOf(mutations: readonly LoggedRequest[]): number {
  const taken = mutations.filter(({status}) => status === accepted)
  return taken.reduce((sum, {bytes}) => sum + bytes, 0)
}

function outcome({seconds, failure}: PeerImport): string {
  const after = `after ${seconds.toFixed(1)} s`
  return failure === undefined ? `done ${after}` : `failed ${after}: ${failure.split('\n')[0]}`
}
