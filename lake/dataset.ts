import type {Clock} from './clock.ts'
import {openEnding} from './ending.ts'
import {openForesight} from './foresight.ts'
import {openAudience} from './listen/audience.ts'
import {openHub} from './listen/hub.ts'
import {openQueries} from './queries.ts'
import {computed} from './query/computed.ts'
import {type Asking, type Query, runQuerySync} from './query/index.ts'
import {openStore, type StoreOptions, type View, type ViewOptions} from './store/index.ts'
import type {ReaderOptions} from './store/reader.ts'
import {openTransactor} from './transact.ts'
import {openWrites} from './writes.ts'

export type Dataset = ReturnType<typeof openDataset>

export type {WriteOptions} from './transact.ts'

type DatasetOptions = StoreOptions &
  ReaderOptions & {
    file?: string | undefined
    clock: Clock
    projectId: string
  }

const everything: ViewOptions = {perspective: 'raw', loggedIn: true}

/** One dataset: what it holds, how it is changed and asked, and who listens. */
export function openDataset(
  name: string,
  {file, clock, projectId, walkedFirst, ...storing}: DatasetOptions,
) {
  const store = openStore(file, computed, storing)
  const hub = openHub()
  const audience = openAudience(hub)
  const ending = openEnding(name)

  const asking = (identity: string): Asking => ({
    identity,
    timestamp: clock.now(),
    projectId,
    dataset: name,
  })

  const queries = openQueries(store, file, {walkedFirst})

  const raw = store.view(everything)
  const ask = (text: string, params: Record<string, unknown>) =>
    runQuerySync({query: text, params}, raw, asking(''))

  async function askThread(query: Query) {
    const answer = await queries.askThread({query, options: everything, asking: asking('')})
    return answer && {result: JSON.parse(new TextDecoder().decode(answer.json)), seq: answer.seq}
  }
  const foresee = openForesight(store, askThread)

  let closing: Promise<void> | undefined
  function close(): Promise<void> {
    closing ??= queries.close().then(store.close)
    return closing
  }

  return {
    name,
    store,
    hub,
    audience,
    query: (request: Query, options: ViewOptions, identity = '') =>
      queries.ask({query: request, options, asking: asking(identity)}),
    asking,
    ...openWrites({store, ask, foresee, transact: openTransactor(store, hub, clock)}, ending.check),
    newId: clock.newId,
    view: (options: ViewOptions): View => store.view(options),
    onDeletion: ending.onDeletion,
    close,
    /** For a dataset that is being deleted: tells who waits for it, and closes. */
    end(): Promise<void> {
      ending.tell()
      return close()
    },
  }
}
