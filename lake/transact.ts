/** The way of every change: one transaction, durable first, then announced. */
import type {Clock} from './clock.ts'
import {isId} from './document.ts'
import {mutationError, requestError} from './errors.ts'
import type {Hub} from './listen/hub.ts'
import type {Store} from './store/index.ts'
import type {Change, Stamp} from './work.ts'

export type WriteOptions = {
  transactionId?: string | undefined
  author: string
  dryRun?: boolean
  autoGenerateArrayKeys?: boolean
}

/**
 * Runs a change as one transaction; its answer comes once what it made is durable. A dry run keeps nothing.
 * @throws LakeError where the transaction's id is none or was used before, and what `apply` throws: then nothing is changed.
 */
export type Transact = <T>(
  options: WriteOptions,
  apply: (stamp: Stamp) => {changes: Change[]; answer: T},
) => Promise<{transactionId: string; answer: T}>

/** Runs changes of a dataset, each as one transaction: durable first, announced after. */
export function openTransactor(store: Store, hub: Hub, clock: Clock): Transact {
  return async function transact(options, apply) {
    const transactionId = options.transactionId ?? clock.newId()
    if (!isId(transactionId)) throw requestError(400, 'Unexpected transactionId')
    const {answer, committed} = await store.write(() => {
      if (store.transactionExists(transactionId)) throw repeated(transactionId)
      const timestamp = clock.now().toISOString()
      const keys = options.autoGenerateArrayKeys === true
      const {changes, answer} = apply({transactionId, timestamp, newId: clock.newId, keys})
      if (options.dryRun) return {answer, committed: undefined}
      const write = {id: transactionId, timestamp, author: options.author, changes}
      return {answer, committed: store.record(write)}
    })
    if (committed) hub.publish(committed)
    return {transactionId, answer}
  }
}

function repeated(transactionId: string) {
  const description = `Transaction with ID "${transactionId}" already exists`
  return mutationError({type: 'transactionAlreadyExistsError', description, transactionId})
}
