/** The last transactions, for listeners that were cut off and come back. */
import type {Committed} from '../store/index.ts'
import {weightOf} from './weight.ts'

/** How many transactions are remembered for listeners that come back, and how much of them. */
const transactionsMax = 1_000
const changesMax = 20_000
export const rememberedBytesMax = 100_000_000

/**
 * The last transactions, for listeners that come back: remembered while somebody listens, and then until there
 * are too many. Where nobody has listened, nobody comes back.
 */
export function openMemory(bytesMax: number) {
  const remembered: {committed: Committed; bytes: number}[] = []
  let changes = 0
  let bytes = 0
  let isOpen = false

  function add(committed: Committed, isHeard: boolean): void {
    isOpen ||= isHeard
    if (!isOpen) return
    const weight = weightOf(committed.changes)
    remembered.push({committed, bytes: weight})
    changes += committed.changes.length
    bytes += weight
    if (!isTooMuch()) return
    isOpen = isHeard
    while (isTooMuch() || (!isOpen && remembered.length > 0)) forgetFirst()
  }

  const isTooMuch = () =>
    remembered.length > transactionsMax || changes > changesMax || bytes > bytesMax

  function forgetFirst(): void {
    const first = remembered.shift()
    changes -= first?.committed.changes.length ?? 0
    bytes -= first?.bytes ?? 0
  }

  /** The transactions from this one on; undefined where it is forgotten or was never known. */
  function since(transactionId: string): Committed[] | undefined {
    const index = remembered.findIndex(({committed}) => committed.id === transactionId)
    return index < 0 ? undefined : remembered.slice(index).map(({committed}) => committed)
  }

  return {add, since}
}
