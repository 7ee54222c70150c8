/** Mutations and actions from the wire to a transaction. */
import {type ActionSnapshot, applyActions} from './actions/index.ts'
import {applyMutations, type Result} from './apply.ts'
import {requestError} from './errors.ts'
import type {Foresee} from './foresight.ts'
import {decodeMutations} from './mutation.ts'
import type {Store} from './store/index.ts'
import type {Transact, WriteOptions} from './transact.ts'

type Parts = {store: Store; ask: Ask; foresee: Foresee; transact: Transact}

export type Writes = {
  /** Applies a list of mutations. @throws LakeError where one cannot be done; then nothing is changed. */
  mutate(wire: unknown, options: WriteOptions): Promise<{transactionId: string; results: Result[]}>
  /** Applies a list of actions. @throws LakeError where one cannot be done; then nothing is changed. */
  act(wire: unknown, options: WriteOptions): Promise<{transactionId: string}>
}

/** `check` throws where the dataset is gone. */
export function openWrites({store, ask, foresee, transact}: Parts, check: () => void): Writes {
  const snapshot = snapshotOf(store, ask)

  async function mutate(wire: unknown, options: WriteOptions) {
    check()
    const mutations = decodeMutations(wire)
    const foreseen = await foresee(mutations)
    check()
    const find: ActionSnapshot['find'] = (query, params) =>
      foreseen(query, params) ?? snapshot.find(query, params)
    const {transactionId, answer} = await transact<Result[]>(options, (stamp) => {
      const {results, changes} = applyMutations({...snapshot, find}, mutations, stamp)
      return {changes, answer: results}
    })
    return {transactionId, results: answer}
  }

  async function act(wire: unknown, options: WriteOptions) {
    check()
    const {transactionId} = await transact(options, (stamp) => ({
      changes: applyActions(snapshot, wire, stamp),
      answer: undefined,
    }))
    return {transactionId}
  }

  return {mutate, act}
}

/** Evaluates a query at once, over all that the dataset holds. */
type Ask = (query: string, params: Record<string, unknown>) => unknown

function snapshotOf(store: Store, ask: Ask): ActionSnapshot {
  const raw = store.view({perspective: 'raw', loggedIn: true})
  return {
    get: store.get,
    referrers: store.referrers,
    find: (query, params) => idsIn(query, ask(query, params)),
    versionsIn: (release) => raw.select([{by: 'release', values: [`versions.${release}`]}]),
  }
}

function idsIn(query: string, result: unknown): string[] {
  const list = Array.isArray(result) ? result : [result]
  const ids = list.map((item) => (item as {_id?: unknown} | null)?._id)
  if (ids.every((id) => typeof id === 'string')) return ids
  throw requestError(400, `Unexpected query "${query}", expected one that selects documents`)
}
