/**
 * What many stories would ask of the hosted Content Lake, reckoned from a small import, and whether the arithmetic is
 * right: `n` stories in shards at once, into a lake that enforces the published rates. `docs/scale.md` tells the rest.
 */
import {join} from 'node:path'
import {limits} from '../importer/pack.ts'
import {concurrencyDefault} from '../importer/upload.ts'
import {hostedRate} from '../scripts/target.ts'
import {isMutation, logRequests} from './hosted/requestLog.ts'
import {serveLake} from './lakes.ts'
import {all, atMost, type Benchmark, rate} from './row.ts'
import {sizeOf} from './scale/dataset.ts'
import {published} from './scale/published.ts'
import {addressesWithin, reckon, type StoryCost, type Way} from './scale/reckon.ts'
import {importInShards} from './scale/shards.ts'

const shards = 4
const smallShare = 0.1
/** What is seen may be so many times what was reckoned. */
const toleranceMax = 1.15
const plans = [1_000_000, 10_000_000, 100_000_000]
const secondsPerDay = 86_400
const gigabyte = 1_000_000_000
const secondsPerHour = 3600
/** Of a dataset, each with its own transactions under way. */
const importersMax = published.mutationsAtOnce / concurrencyDefault

export const scale: Benchmark = async function* ({n, folder}) {
  const small = Math.ceil(n * smallShare)
  const {cost, attributes, requestsEach} = await costOf(join(folder, 'small'), small)
  yield {
    name: 'scale-attributes',
    ...rate(attributes, 1),
    against: `${published.attributesMax} in a dataset`,
    ...atMost('attributes', attributes, published.attributesMax),
  }

  const seen = await importPaced(join(folder, 'shards'), n)
  const way: Way = {
    ...{shards, requestsEach, addresses: 1, requestsPerSecond: hostedRate},
    batchBytes: limits.batchBytes,
    storiesPerSecond: n / seen.ownSeconds,
  }
  const {requests, seconds} = reckon(n, cost, way)
  const secondsAtOnce = seconds.own + seconds.sending
  yield {
    name: 'scale-arithmetic',
    ...rate(n, seen.seconds),
    ratio: secondsAtOnce / seen.seconds,
    against: `${seen.requests} requests; reckoned from ${small} stories: ${requests}, sent in ${Math.round(seconds.sending)} s, beside ${Math.round(seconds.own)} s of reading and looking up links`,
    ...all(
      atMost('requests', seen.requests, requests * toleranceMax),
      atMost('seconds', seen.seconds, secondsAtOnce * toleranceMax),
      atMost('stories not written', n - seen.created, 0),
    ),
  }
  for (const stories of plans) yield planRow(stories, {cost, way})
}

/** What a day takes: whoever sends from so many addresses has to find room for them in the datasets. */
function planRow(stories: number, {cost, way}: {cost: StoryCost; way: Way}) {
  const addresses = addressesWithin(secondsPerDay, stories, {cost, way})
  const one = hoursOf(stories, cost, way)
  const {bytes, datasets, requests} = reckon(stories, cost, way)
  return {
    name: 'scale-plan',
    ...rate(stories, hoursOf(stories, cost, {...way, addresses}) * secondsPerHour),
    against: `${Math.round(bytes / gigabyte)} GB in ${datasets} datasets, ${requests} requests; ${one.toFixed(1)} hours from one address, within a day from ${addresses}`,
    ...atMost('addresses for a day', addresses, datasets * importersMax),
  }
}

function hoursOf(stories: number, cost: StoryCost, way: Way): number {
  const {own, sending} = reckon(stories, cost, way).seconds
  return (own + sending) / secondsPerHour
}

/** What a story costs, and each shard besides, by an import in as many shards that nothing holds up. */
async function costOf(
  folder: string,
  stories: number,
): Promise<{cost: StoryCost; attributes: number; requestsEach: number}> {
  const lake = await serveLake(join(folder, 'lake'))
  const log = await logRequests(lake.url)
  await importInShards(log.url, {folder, lake}, {stories, shards})
  await log.stop()
  const {documents, bytes, attributes} = await sizeOf(lake)
  await lake.stop()
  const mutations = log.requests.filter(isMutation)
  const sentBytes = mutations.reduce((sum, request) => sum + request.bytes, 0)
  const cost = {
    documents: documents / stories,
    bytes: bytes / stories,
    sentBytes: sentBytes / stories,
  }
  const requestsEach = (log.requests.length - sentBytes / limits.batchBytes) / shards
  return {cost, attributes, requestsEach}
}

/** All shards at one address, so that they share its rate. */
async function importPaced(folder: string, stories: number) {
  const lake = await serveLake(join(folder, 'lake'), ['--limits', 'hosted'])
  const seen = await importInShards(lake.url, {folder, lake}, {stories, shards, rate: hostedRate})
  await lake.stop()
  return seen
}
