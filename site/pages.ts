import {createHash} from 'node:crypto'
import type {SyncTag} from '@sanity/client'
import type {LiveNews} from './live.ts'

/** What goes out for one address. */
export type Page = {
  status: 200 | 301 | 404
  /** MIME type, with its charset. */
  type: string
  body: string
  /** Of a 301. */
  location?: string
}

/** A page with its entity tag. */
export type KeptPage = Page & {etag: string}

export type Rendered = {page: Page; tags: ReadonlySet<SyncTag> | undefined}

type Entry = {page: KeptPage; tags: Rendered['tags']; renderedAtMs: number; stale: boolean}

export type PagesOptions = {
  now: () => number
  /** Whether `news` brings every change. */
  live: () => boolean
  /** Passes when a reader has waited long enough for a fresh page to be given the one of before. */
  patience: () => Promise<void>
  /** What all kept pages may take together, bodies and keys. */
  bytesMax?: number
}

export type Pages = {
  /** The page kept under the key, if it is up to date, else a fresh one. */
  get(key: string, render: (lastEventId?: string) => Promise<Rendered>): Promise<KeptPage>
  news: LiveNews
}

const defaultBytesMax = 64_000_000
/** How long a page is taken as it is where no live events tell of changes. */
const revalidateAfterMs = 1_000
/** The same where they do: their connection may have died without a word. */
const liveRevalidateAfterMs = 300_000

/** Pages in memory, each as long as nothing it shows has changed; the longest unread go first. */
export function keepPages(options: PagesOptions): Pages {
  const {now, live, patience, bytesMax = defaultBytesMax} = options
  const kept = new Map<string, Entry>()
  const rendering = new Map<string, Promise<KeptPage>>()
  let bytes = 0
  let generation = 0
  let lastEventId: string | undefined

  const isFresh = ({tags, stale, renderedAtMs}: Entry) =>
    !stale && now() - renderedAtMs < (tags && live() ? liveRevalidateAfterMs : revalidateAfterMs)

  function keep(key: string, entry: Entry) {
    drop(key)
    kept.set(key, entry)
    bytes += sizeOf(key, entry)
    for (const oldest of kept.keys()) {
      if (bytes <= bytesMax) break
      drop(oldest)
    }
  }
  function drop(key: string) {
    const entry = kept.get(key)
    if (entry) bytes -= sizeOf(key, entry)
    kept.delete(key)
  }
  function staleWhere(matches: (entry: Entry) => boolean) {
    generation += 1
    // Who asks from now on must not be given a page that was begun before the change.
    rendering.clear()
    for (const entry of kept.values()) if (matches(entry)) entry.stale = true
  }
  async function renderAnew(key: string, render: Parameters<Pages['get']>[1]) {
    const begun = generation
    const renderedAtMs = now()
    const {page, tags} = await render(lastEventId)
    const tagged = {...page, etag: etagOf(page)}
    keep(key, {page: tagged, tags, renderedAtMs, stale: begun !== generation})
    return tagged
  }
  /** Makes the page once for all who ask for it meanwhile. */
  function begin(key: string, render: Parameters<Pages['get']>[1]) {
    const running = renderAnew(key, render).finally(() => {
      if (rendering.get(key) === running) rendering.delete(key)
    })
    rendering.set(key, running)
    return running
  }
  return {
    async get(key, render) {
      const entry = kept.get(key)
      if (entry && isFresh(entry)) {
        keep(key, entry)
        return entry.page
      }
      const running = rendering.get(key) ?? begin(key, render)
      if (!entry) return running
      // A reader is better off with yesterday's page than with none.
      const before = () => entry.page
      return Promise.race([running.catch(before), patience().then(before)])
    },
    news: {
      changed(tags, eventId) {
        lastEventId = eventId
        staleWhere((entry) => !entry.tags || tags.some((tag) => entry.tags?.has(tag)))
      },
      missed: () => staleWhere(() => true),
    },
  }
}

/** Strangers choose the keys, too: long ones count. */
const sizeOf = (key: string, {page}: Entry) => Buffer.byteLength(key) + Buffer.byteLength(page.body)

const etagOf = ({status, body, location = ''}: Page) =>
  `"${createHash('sha256').update(`${status} ${location}\n${body}`).digest('base64url').slice(0, 22)}"`
