/** One dataset with all its parts: the store, queries, writes and listeners. */
import type {Answer} from './answer.ts'
import type {Clock} from './clock.ts'
import {openEnding} from './ending.ts'
import {openForesight} from './foresight.ts'
import {type Audience, openAudience} from './listen/audience.ts'
import {type Hub, openHub} from './listen/hub.ts'
import {openQueries} from './queries.ts'
import {computed} from './query/computed.ts'
import {type Asking, type Query, runQuerySync} from './query/index.ts'
import {
  openStore,
  type Store,
  type StoreOptions,
  type View,
  type ViewOptions,
} from './store/index.ts'
import type {ReaderOptions} from './store/reader.ts'
import {openTransactor} from './transact.ts'
import {openWrites, type Writes} from './writes.ts'

export type Dataset = Writes & {
  name: string
  store: Store
  hub: Hub
  /** Those who listen to the same, told together. */
  audience: Audience
  /**
   * Answers a query for a reader, at once or from a thread; waits for indexes that it is the first to need.
   * @throws LakeError where it cannot be answered, takes too long or answers too much.
   */
  query(query: Query, options: ViewOptions, identity?: string): Promise<Answer>
  /** Who asks, when and where: what a query may ask about itself. */
  asking(identity: string): Asking
  newId(): string
  /** The documents that such a reader sees. */
  view(options: ViewOptions): View
  /** Registers who is to be told of the dataset's deletion; returns how to take that back. */
  onDeletion(tell: () => void): () => void
  /** Resolves once threads have ended and the file is closed. */
  close(): Promise<void>
  /** For a dataset that is being deleted: tells who waits for it, and closes. */
  end(): Promise<void>
}

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
): Dataset {
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
    query: (query, options, identity = '') =>
      queries.ask({query, options, asking: asking(identity)}),
    asking,
    ...openWrites({store, ask, foresee, transact: openTransactor(store, hub, clock)}, ending.check),
    newId: clock.newId,
    view: store.view,
    onDeletion: ending.onDeletion,
    close,
    end() {
      ending.tell()
      return close()
    },
  }
}
