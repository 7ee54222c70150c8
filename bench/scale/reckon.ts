/**
 * How much of the hosted Content Lake so many stories need: plain arithmetic over the published limits and over what
 * the importer was seen to send.
 */
import {published} from './published.ts'

/** Of one story, as measured: with its record, and its share of sections and of the run's own document. */
export type StoryCost = {
  documents: number
  /** JSON in UTF-8, as stored. */
  bytes: number
  /** Of the mutations that bring it. */
  sentBytes: number
  /** Requests that ask what the dataset has already. */
  queries: number
}

export type Way = {
  /** Shards that run at once, each at an address of its own: rates count for an address. */
  addresses: number
  /** That one importer allows itself, queries and mutations together. */
  requestsPerSecond: number
  batchBytes: number
}

export type Reckoning = {
  documents: number
  bytes: number
  /** By documents or by bytes, whichever asks for more. */
  datasets: number
  mutations: number
  queries: number
  /** With every importer sending all the time. */
  seconds: number
}

export function reckon(stories: number, cost: StoryCost, way: Way): Reckoning {
  const documents = Math.ceil(stories * cost.documents)
  const bytes = Math.ceil(stories * cost.bytes)
  const mutations = Math.ceil((stories * cost.sentBytes) / way.batchBytes)
  const queries = Math.ceil(stories * cost.queries)
  const byDocuments = Math.ceil(documents / published.documentsMax)
  const byBytes = Math.ceil(bytes / published.datasetBytesMax)
  return {
    documents,
    bytes,
    datasets: Math.max(byDocuments, byBytes),
    mutations,
    queries,
    seconds: (mutations + queries) / (way.requestsPerSecond * way.addresses),
  }
}
