import type {Committed} from '../store/index.ts'
import {weightOf} from './weight.ts'

type Subscriber = (committed: Committed) => void

/** How many transactions are remembered for listeners that come back, and how much of them. */
const rememberedTransactionsMax = 1_000
const rememberedChangesMax = 20_000
const rememberedBytesMax = 100_000_000

export type Hub = ReturnType<typeof openHub>

/** Announces committed transactions, in order, and remembers the last of them. */
export function openHub(bytesMax = rememberedBytesMax) {
  const subscribers = new Set<Subscriber>()
  const remembered: {committed: Committed; bytes: number}[] = []
  let rememberedChanges = 0
  let rememberedBytes = 0

  function publish(committed: Committed): void {
    remember(committed)
    for (const subscriber of subscribers) subscriber(committed)
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
