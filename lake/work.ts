/** A transaction under way: the documents as its mutations have left them so far, nothing of it written. */
import type {Document} from './document.ts'

/** The dataset as a transaction finds it. */
export type Snapshot = {
  get(id: string): Document | undefined
  /** Ids of the documents that a query selects. */
  find(query: string, params: Record<string, unknown>): string[]
  /** Ids of the documents that refer strongly to this one. */
  referrers(id: string): string[]
}

export type Stamp = {transactionId: string; timestamp: string; newId: () => string; keys?: boolean}

/** What a transaction did to one document, with the mutations that did it, in their wire form. */
export type Change = {
  id: string
  before: Document | undefined
  after: Document | undefined
  mutations: Record<string, unknown>[]
}
/** A transaction under way: what it has done so far, over the dataset as it found it. */
export type Work = {
  snapshot: Snapshot
  stamp: Stamp
  touched: Map<string, Touched>
  /** What the snapshot was asked for; undefined: it has no such document. */
  found: Map<string, Document | undefined>
}

type Touched = {
  after: Document | undefined
  mutations: Record<string, unknown>[]
  index: number
}

export const startWork = (snapshot: Snapshot, stamp: Stamp): Work => ({
  snapshot,
  stamp,
  touched: new Map(),
  found: new Map(),
})

/** The document as the transaction sees it by now. */
export function current(work: Work, id: string): Document | undefined {
  const own = work.touched.get(id)
  return own ? own.after : before(work, id)
}

/** The document as the transaction found it. */
export function before({snapshot, found}: Work, id: string): Document | undefined {
  if (found.has(id)) return found.get(id)
  const document = snapshot.get(id)
  found.set(id, document)
  return document
}

/** Notes what a mutation made of a document; undefined: it is gone. */
export function put(
  work: Work,
  id: string,
  {
    after,
    mutation,
    index,
  }: {
    after: Document | undefined
    mutation: Record<string, unknown>
    index: number
  },
): void {
  const mutations = [...(work.touched.get(id)?.mutations ?? []), mutation]
  work.touched.set(id, {after, mutations, index})
}
