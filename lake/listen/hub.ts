/** Where transactions are announced once they are durable. */
import type {Committed} from '../store/index.ts'
import {openMemory, rememberedBytesMax} from './memory.ts'

type Subscriber = (committed: Committed) => void

/** What subscribers may ask for instead of everything: changes of documents with this id, or of this type. */
export const idKey = (id: string): string => `id:${id}`
export const typeKey = (type: string): string => `type:${type}`

/** How many transactions subscribers may lag behind before writers wait for them. */
const pendingTransactionsMax = 1_000
/** How long subscribers are told at a stretch before requests have their turn. */
const deliverySliceMs = 5

export type Hub = {
  /** Announces a transaction that is durable. Answers before subscribers are told, unless too many lag behind. */
  publish(committed: Committed): void
  /** `keys`: what concerns the subscriber; absent: everything does. Returns how to leave. */
  subscribe(subscriber: Subscriber, keys?: string[]): () => void
  /** The transactions from this one on; undefined where it is forgotten or was never known. */
  since(transactionId: string): Committed[] | undefined
  /** The number of the transaction that was published last; 0: none was since the dataset was opened. */
  latest(): number
}

/**
 * Announces committed transactions, in order, and remembers the last of them: while somebody subscribes, and then
 * until there would be too many. Subscribers are told after the writer has its answer, so that a slow one keeps
 * nobody waiting but those behind it.
 */
export function openHub({
  bytesMax = rememberedBytesMax,
  pendingMax = pendingTransactionsMax,
  sliceMs = deliverySliceMs,
} = {}): Hub {
  const subscribers = openSubscribers()
  let latest = 0
  const memory = openMemory(bytesMax)
  const pending: {committed: Committed; untold: Subscriber[]}[] = []
  let isScheduled = false

  function publish(committed: Committed): void {
    memory.add(committed, subscribers.size() > 0)
    latest = committed.seq
    const untold = subscribers.concernedBy(committed)
    if (untold.length === 0) return
    pending.push({committed, untold})
    if (pending.length > pendingMax) deliver(Number.POSITIVE_INFINITY)
    else schedule()
  }

  function schedule(): void {
    if (isScheduled) return
    isScheduled = true
    setImmediate(() => {
      isScheduled = false
      deliver(performance.now() + sliceMs)
      if (pending.length > 0) schedule()
    })
  }

  function deliver(until: number): void {
    for (let first = pending[0]; first; first = pending[0]) {
      const subscriber = first.untold.shift()
      if (!subscriber) pending.shift()
      else if (subscribers.has(subscriber)) subscriber(first.committed)
      if (subscriber && performance.now() >= until) return
    }
  }

  return {
    publish,
    subscribe: subscribers.add,
    since: memory.since,
    latest: () => latest,
  }
}

/** Subscribers by what they ask for, so that those whom a transaction does not concern cost nothing. */
function openSubscribers() {
  const all = new Set<Subscriber>()
  const byKey = new Map<string, Set<Subscriber>>()

  /** `keys`: what concerns the subscriber; absent: everything does. Returns how to leave. */
  function add(subscriber: Subscriber, keys: string[] = [anyKey]): () => void {
    all.add(subscriber)
    for (const key of keys) byKey.set(key, (byKey.get(key) ?? new Set()).add(subscriber))
    return () => {
      all.delete(subscriber)
      for (const key of keys) {
        byKey.get(key)?.delete(subscriber)
        if (byKey.get(key)?.size === 0) byKey.delete(key)
      }
    }
  }

  function concernedBy({changes}: Committed): Subscriber[] {
    const concerned = new Set(byKey.get(anyKey))
    for (const {id, before, after} of byKey.size > 0 ? changes : []) {
      const keys = [
        idKey(id),
        ...[before, after].flatMap((one) => (one ? [typeKey(one._type)] : [])),
      ]
      for (const key of keys) for (const one of byKey.get(key) ?? []) concerned.add(one)
    }
    return [...concerned]
  }

  return {
    add,
    concernedBy,
    has: (subscriber: Subscriber) => all.has(subscriber),
    size: () => all.size,
  }
}

const anyKey = '*'
