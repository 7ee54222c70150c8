import {useMemo, useSyncExternalStore} from 'react'
import {useDocumentStore} from 'sanity'
import {persistent} from './persistent.ts'
import {type Shared, type Snapshot, shared} from './shared.ts'

export const apiVersion = '2025-02-19'

type Params = Record<string, string | number | boolean | string[]>
type Options = {
  /** `raw` sees drafts beside published documents, `drafts` lays them over these. */
  perspective?: 'raw' | 'drafts' | 'published'
  /** A cheaper filter to listen to, where the query itself is no filter. */
  listen?: string
}
type DocumentStore = ReturnType<typeof useDocumentStore>

/** The result of a GROQ query, kept up to date. Components that ask the same share one listener. */
export function useLive<Result>(
  query: string,
  params: Params,
  {perspective = 'raw', listen = query}: Options = {},
): Snapshot<Result> {
  const store = useDocumentStore()
  const key = JSON.stringify([query, params, perspective, listen])
  const live = useMemo(() => stream<Result>(store, key), [store, key])
  return useSyncExternalStore(live.subscribe, live.snapshot)
}

const streams = new WeakMap<DocumentStore, Map<string, Shared<unknown>>>()

function stream<Result>(store: DocumentStore, key: string): Shared<Result> {
  const known = streams.get(store) ?? new Map<string, Shared<unknown>>()
  streams.set(store, known)
  const found = known.get(key) ?? listening(store, key)
  known.set(key, found)
  return found as Shared<Result>
}

function listening(store: DocumentStore, key: string): Shared<unknown> {
  const [fetch, params, perspective, listen] = JSON.parse(key) as [string, Params, 'raw', string]
  return shared((next, fail) => {
    const results = store.listenQuery({fetch, listen}, params, {
      apiVersion,
      perspective,
      tag: 'copydesk',
    })
    const subscription = persistent(results, fail).subscribe(next)
    return () => subscription.unsubscribe()
  })
}
