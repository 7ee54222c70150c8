import type {Clock} from './clock.ts'
import {openEnding} from './ending.ts'
import {openAudience} from './listen/audience.ts'
import {openHub} from './listen/hub.ts'
import {trackedView} from './listen/tags.ts'
import {computed} from './query/computed.ts'
import {type Asking, type Query, runQuery, runQuerySync} from './query/index.ts'
import {openStore, type View, type ViewOptions} from './store/index.ts'
import {openTransactor} from './transact.ts'
import {openWrites} from './writes.ts'

/** How long a query waits for indexes that it is the first to ask for. */
const readyMsMax = 25_000

export type Dataset = ReturnType<typeof openDataset>

export type {WriteOptions} from './transact.ts'

/** One dataset: what it holds, how it is changed and asked, and who listens. */
export function openDataset(
  name: string,
  {file, clock, projectId}: {file?: string | undefined; clock: Clock; projectId: string},
) {
  const store = openStore(file, computed)
  const hub = openHub()
  const audience = openAudience(hub)
  const ending = openEnding(name)

  const asking = (identity: string): Asking => ({
    identity,
    timestamp: clock.now(),
    projectId,
    dataset: name,
  })

  /** A query's answer, and the tags by which live events tell that it may have changed. */
  async function query(request: Query, options: ViewOptions, identity = '') {
    const {result, tags} = await store.whenReady(() => {
      const {view, tags} = trackedView(store.view(options))
      return {result: runQuery(request, view, asking(identity)), tags}
    }, readyMsMax)
    return {result: await result, syncTags: tags()}
  }

  const raw = store.view({perspective: 'raw', loggedIn: true})
  const ask = (text: string, params: Record<string, unknown>) =>
    runQuerySync({query: text, params}, raw, asking(''))

  return {
    name,
    store,
    hub,
    audience,
    query,
    asking,
    ...openWrites({store, ask, transact: openTransactor(store, hub, clock)}, ending.check),
    newId: clock.newId,
    view: (options: ViewOptions): View => store.view(options),
    onDeletion: ending.onDeletion,
    /** For a dataset that is being deleted: tells who waits for it, and closes. */
    end(): void {
      ending.tell()
      store.close()
    },
  }
}
