import type {Committed} from '../store/index.ts'
import {weightOf} from './weight.ts'

type Subscriber = (committed: Committed) => void

/** How many transactions are remembered for listeners that come back, and how much of them. */
const rememberedTransactionsMax = 1_000
const rememberedChangesMax = 20_000
const rememberedBytesMax = 100_000_000
/** How many transactions subscribers may lag behind before writers wait for them. */
const pendingTransactionsMax = 1_000
/** How long subscribers are told at a stretch before requests have their turn. */
const deliverySliceMs = 5

export type Hub = ReturnType<typeof openHub>

/**
 * Announces committed transactions, in order, and remembers the last of them. Subscribers are told after the
 * writer has its answer, so that a slow one keeps nobody waiting but those behind it.
 */
export function openHub({
  bytesMax = rememberedBytesMax,
  pendingMax = pendingTransactionsMax,
  sliceMs = deliverySliceMs,
} = {}) {
  const subscribers = new Set<Subscriber>()
  const remembered: {committed: Committed; bytes: number}[] = []
  const pending: {committed: Committed; untold: Subscriber[]}[] = []
  let isScheduled = false
  let rememberedChanges = 0
  let rememberedBytes = 0

  function publish(committed: Committed): void {
    remember(committed)
    if (subscribers.size === 0) return
    pending.push({committed, untold: [...subscribers]})
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

  function remember(committed: Committed): void {
    const bytes = weightOf(committed.changes)
    remembered.push({committed, bytes})
    rememberedChanges += committed.changes.length
    rememberedBytes += bytes
    while (isTooMuch()) forgetFirst()
  }

  const isTooMuch = () =>
    remembered.length > rememberedTransactionsMax ||
    rememberedChanges > rememberedChangesMax ||
    rememberedBytes > bytesMax

  function forgetFirst(): void {
    const first = remembered.shift()
    rememberedChanges -= first?.committed.changes.length ?? 0
    rememberedBytes -= first?.bytes ?? 0
  }

  function subscribe(subscriber: Subscriber): () => void {
    subscribers.add(subscriber)
    return () => subscribers.delete(subscriber)
  }

  /** The transactions from this one on; undefined where it is forgotten or was never known. */
  function since(transactionId: string): Committed[] | undefined {
    const index = remembered.findIndex(({committed}) => committed.id === transactionId)
    return index < 0 ? undefined : remembered.slice(index).map(({committed}) => committed)
  }

  return {publish, subscribe, since, size: () => subscribers.size}
}
