import {applyActions} from './actions/index.ts'
import {applyMutations, type Result} from './apply.ts'
import type {Clock} from './clock.ts'
import {requestError} from './errors.ts'
import {openHub} from './listen/hub.ts'
import {trackedView} from './listen/tags.ts'
import {decodeMutations} from './mutation.ts'
import {type Asking, type Query, runQuery, runQuerySync} from './query/index.ts'
import {openStore, type View, type ViewOptions} from './store/index.ts'
import {openTransactor, type WriteOptions} from './transact.ts'

export type Dataset = ReturnType<typeof openDataset>

export type {WriteOptions} from './transact.ts'

const everything: ViewOptions = {perspective: 'raw', loggedIn: true}

/** One dataset: what it holds, how it is changed and asked, and who listens. */
export function openDataset(
  name: string,
  {file, clock, projectId}: {file?: string | undefined; clock: Clock; projectId: string},
) {
  const store = openStore(file)
  const hub = openHub()
  const raw = store.view(everything)

  const asking = (identity: string): Asking => ({
    identity,
    timestamp: clock.now(),
    projectId,
    dataset: name,
  })

  /** A query's answer, and the tags by which live events tell that it may have changed. */
  async function query(request: Query, options: ViewOptions, identity = '') {
    const {view, tags} = trackedView(store.view(options))
    const result = await runQuery(request, view, asking(identity))
    return {result, syncTags: tags()}
  }

  const snapshot = {
    get: store.get,
    referrers: store.referrers,
    find: (text: string, params: Record<string, unknown>) =>
      idsIn(text, runQuerySync({query: text, params}, raw, asking(''))),
    versionsIn: (release: string) => raw.select([{by: 'release', values: [`versions.${release}`]}]),
  }

  const transact = openTransactor(store, hub, clock)
  const ending = openEnding(name)

  async function mutate(wire: unknown, options: WriteOptions) {
    const mutations = decodeMutations(wire)
    ending.check()
    const {transactionId, answer} = await transact<Result[]>(options, (stamp) => {
      const {results, changes} = applyMutations(snapshot, mutations, stamp)
      return {changes, answer: results}
    })
    return {transactionId, results: answer}
  }

  async function act(wire: unknown, options: WriteOptions) {
    ending.check()
    const {transactionId} = await transact(options, (stamp) => ({
      changes: applyActions(snapshot, wire, stamp),
      answer: undefined,
    }))
    return {transactionId}
  }

  return {
    name,
    store,
    hub,
    query,
    mutate,
    act,
    asking,
    newId: clock.newId,
    onDeletion: ending.onDeletion,
    /** For a dataset that is being deleted: tells who waits for it, and closes. */
    end() {
      ending.tell()
      store.close()
    },
    view: (options: ViewOptions): View => store.view(options),
  }
}

/** Who waits for the end of a dataset, and whether it is over. */
function openEnding(name: string) {
  const waiting = new Set<() => void>()
  let isOver = false
  return {
    /** Registers who is to be told of the dataset's deletion; returns how to take that back. */
    onDeletion(tell: () => void): () => void {
      waiting.add(tell)
      return () => waiting.delete(tell)
    },
    tell(): void {
      isOver = true
      for (const tell of waiting) tell()
    },
    /** @throws LakeError for requests that were under way when the dataset was deleted. */
    check(): void {
      if (isOver) throw requestError(404, `Dataset "${name}" was deleted`)
    },
  }
}

function idsIn(query: string, result: unknown): string[] {
  const list = Array.isArray(result) ? result : [result]
  const ids = list.map((item) => (item as {_id?: unknown} | null)?._id)
  if (ids.every((id) => typeof id === 'string')) return ids
  throw requestError(400, `Unexpected query "${query}", expected one that selects documents`)
}
