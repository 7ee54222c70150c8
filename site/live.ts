import {setTimeout as wait} from 'node:timers/promises'
import type {SanityClient, SyncTag} from '@sanity/client'

/** What the lake says of changes to what readers see. */
export type LiveNews = {
  /** What depends on one of the tags is out of date; `eventId` says since when. */
  changed(tags: readonly SyncTag[], eventId: string): void
  /** Everything may be out of date: news were missed. */
  missed(): void
}

export type Live = {
  /** Whether every change is heard of. Where not, only age tells what an answer is worth. */
  connected(): boolean
  close(): void
}

/** Lakes without live events are asked again, in case they learn them. */
const retryAfterMs = 30_000

/** Follows the live events of the lake until closed. */
export function followLive(client: SanityClient, news: LiveNews): Live {
  const closing = new AbortController()
  let connected = false
  let stop = () => {}

  const lost = () => {
    connected = false
    news.missed()
  }
  const retry = () => {
    lost()
    wait(retryAfterMs, undefined, {signal: closing.signal, ref: false}).then(follow, () => {})
  }
  function follow() {
    const events = client.live.events({tag: 'live'}).subscribe({
      next: (event) => {
        if (event.type === 'message') return news.changed(event.tags, event.id)
        lost()
        connected = event.type === 'welcome' || event.type === 'restart'
      },
      error: retry,
      complete: retry,
    })
    stop = () => events.unsubscribe()
  }
  follow()
  return {
    connected: () => connected,
    close: () => {
      closing.abort()
      stop()
    },
  }
}
