/**
 * What many stories would ask of the hosted Content Lake, reckoned from a small import, and whether the arithmetic is
 * right: `n` stories in shards at once, into a lake that enforces the published rates. `docs/scale.md` tells the rest.
 */
import {join} from 'node:path'
import {limits} from '../importer/pack.ts'
import type {Summary} from '../importer/summary.ts'
import {hostedRate} from '../scripts/target.ts'
import {writeCorpus} from './corpus.ts'
import {importThrough} from './hosted/importThrough.ts'
import {isMutation, logRequests} from './hosted/requestLog.ts'
import {serveLake} from './lakes.ts'
import {all, atMost, type Benchmark, rate} from './row.ts'
import {sizeOf} from './scale/dataset.ts'
import {published} from './scale/published.ts'
import {reckon, type StoryCost} from './scale/reckon.ts'

const shards = 4
const smallShare = 0.1
/** What is seen may be so many times what was reckoned. */
const toleranceMax = 1.15
const plans = [1_000_000, 10_000_000, 100_000_000]
const hoursMax = 24
const gigabyte = 1_000_000_000
const secondsPerHour = 3600

export const scale: Benchmark = async function* ({n, folder}) {
  const small = Math.ceil(n * smallShare)
  const {cost, attributes} = await costOf(join(folder, 'small'), small)
  yield {
    name: 'scale-attributes',
    ...rate(attributes, 1),
    against: `${published.attributesMax} in a dataset`,
    ...atMost('attributes', attributes, published.attributesMax),
  }

  const oneAddress = {addresses: 1, requestsPerSecond: hostedRate, batchBytes: limits.batchBytes}
  const expected = reckon(n, cost, oneAddress)
  const seen = await importShards(join(folder, 'shards'), n)
  const requests = expected.mutations + expected.queries
  yield {
    name: 'scale-arithmetic',
    ...rate(n, seen.seconds),
    ratio: expected.seconds / seen.seconds,
    against: `${seen.requests} requests; reckoned from ${small} stories: ${requests}, in ${Math.round(expected.seconds)} s`,
    ...all(
      atMost('requests', seen.requests, requests * toleranceMax),
      atMost('seconds', seen.seconds, expected.seconds * toleranceMax),
      atMost('stories not written', n - seen.created, 0),
    ),
  }

  for (const stories of plans) {
    const {bytes, datasets, mutations, queries, seconds} = reckon(stories, cost, oneAddress)
    yield {
      name: 'scale-plan',
      ...rate(stories, seconds),
      against: `${Math.round(bytes / gigabyte)} GB in ${datasets} datasets, ${mutations + queries} requests`,
      ...atMost('hours from one address', seconds / secondsPerHour, hoursMax),
    }
  }
}

/** What a story costs, by an import that nothing holds up. */
async function costOf(
  folder: string,
  stories: number,
): Promise<{cost: StoryCost; attributes: number}> {
  const copy = join(folder, 'copy')
  await writeCorpus(copy, stories)
  const lake = await serveLake(join(folder, 'lake'))
  const log = await logRequests(lake.url)
  await importThrough(log.url, {copy, folder, lake})
  await log.stop()
  const {documents, bytes, attributes} = await sizeOf(lake)
  await lake.stop()
  const mutations = log.requests.filter(isMutation)
  const sentBytes = mutations.reduce((sum, request) => sum + request.bytes, 0)
  const cost = {
    documents: documents / stories,
    bytes: bytes / stories,
    sentBytes: sentBytes / stories,
    queries: (log.requests.length - mutations.length) / stories,
  }
  return {cost, attributes}
}

type Seen = {requests: number; seconds: number; created: number}

/** All shards at one address, so that they share its rate. */
async function importShards(folder: string, stories: number): Promise<Seen> {
  const copy = join(folder, 'copy')
  await writeCorpus(copy, stories)
  const lake = await serveLake(join(folder, 'lake'), ['--limits', 'hosted'])
  const parts = Array.from({length: shards}, (_, at) =>
    importThrough(lake.url, {
      copy,
      folder,
      lake,
      shard: {index: at + 1, count: shards},
      rate: hostedRate / shards,
    }),
  )
  const summaries = await Promise.all(parts)
  await lake.stop()
  const sum = (count: (summary: Summary) => number) =>
    summaries.reduce((total, summary) => total + count(summary), 0)
  return {
    requests: sum((summary) => summary.requests - summary.retries),
    seconds: Math.max(...summaries.map(({seconds}) => seconds)),
    created: sum(({created}) => created),
  }
}
