import type {Committed} from '../store/index.ts'

type Subscriber = (committed: Committed) => void

/** How many transactions are remembered for listeners that come back, and how much of them. */
const rememberedTransactionsMax = 1_000
const rememberedChangesMax = 20_000

export type Hub = ReturnType<typeof openHub>

/** Announces committed transactions, in order, and remembers the last of them. */
export function openHub() {
  const subscribers = new Set<Subscriber>()
  const remembered: Committed[] = []
  let rememberedChanges = 0

  function publish(committed: Committed): void {
    remember(committed)
    for (const subscriber of subscribers) subscriber(committed)
  }

  function remember(committed: Committed): void {
    remembered.push(committed)
    rememberedChanges += committed.changes.length
    while (
      remembered.length > rememberedTransactionsMax ||
      rememberedChanges > rememberedChangesMax
    ) {
      rememberedChanges -= remembered.shift()?.changes.length ?? 0
    }
  }

  function subscribe(subscriber: Subscriber): () => void {
    subscribers.add(subscriber)
    return () => subscribers.delete(subscriber)
  }

  /** The transactions from this one on; undefined where it is forgotten or was never known. */
  function since(transactionId: string): Committed[] | undefined {
    const index = remembered.findIndex(({id}) => id === transactionId)
    return index < 0 ? undefined : remembered.slice(index)
  }

  return {publish, subscribe, since, size: () => subscribers.size}
}
