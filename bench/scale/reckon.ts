/**
 * How much of the hosted Content Lake so many stories need: plain arithmetic over the published limits and over what
 * the importer was seen to send.
 */
import {published} from './published.ts'

/** Of one story, as measured: with its record, its links into other shards, its share of sections and of the runs. */
export type StoryCost = {
  documents: number
  /** JSON in UTF-8, as stored. */
  bytes: number
  /** Of the mutations that bring it. */
  sentBytes: number
}

export type Way = {
  /** Of each dataset. */
  shards: number
  /** What a shard asks and tells beside its stories, and the rests of its batches. */
  requestsEach: number
  /** Importers that work at once, each on a machine with an address of its own: rates count for an address. */
  addresses: number
  /** That one address allows itself, queries and mutations together. */
  requestsPerSecond: number
  batchBytes: number
  /** That one machine reads, and whose links it looks up, before and after it sends them. */
  storiesPerSecond: number
}

export type Reckoning = {
  documents: number
  bytes: number
  /** By documents or by bytes, whichever asks for more. */
  datasets: number
  requests: number
  /** Of the machines' own work, and of sending as fast as the rates allow. */
  seconds: {own: number; sending: number}
}

export function reckon(stories: number, cost: StoryCost, way: Way): Reckoning {
  const documents = Math.ceil(stories * cost.documents)
  const bytes = Math.ceil(stories * cost.bytes)
  const byDocuments = Math.ceil(documents / published.documentsMax)
  const byBytes = Math.ceil(bytes / published.datasetBytesMax)
  const datasets = Math.max(byDocuments, byBytes)
  const mutations = Math.ceil((stories * cost.sentBytes) / way.batchBytes)
  const requests = mutations + Math.ceil(datasets * way.shards * way.requestsEach)
  const {addresses, storiesPerSecond, requestsPerSecond} = way
  const seconds = {
    own: stories / (storiesPerSecond * addresses),
    sending: requests / (requestsPerSecond * addresses),
  }
  return {documents, bytes, datasets, requests, seconds}
}

/** The fewest addresses from which so many stories are there within `seconds`. */
export function addressesWithin(
  seconds: number,
  stories: number,
  {cost, way}: {cost: StoryCost; way: Way},
): number {
  const {own, sending} = reckon(stories, cost, {...way, addresses: 1}).seconds
  return Math.ceil((own + sending) / seconds)
}
