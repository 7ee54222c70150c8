import type {ClientReturn, QueryParams, SanityClient, SyncTag} from '@sanity/client'

/** Asks the lake for one page, and notes what the page depends on. */
export type Reader = {
  ask<const Query extends string>(
    query: Query,
    params?: QueryParams,
  ): Promise<ClientReturn<Query, unknown>>
  /** The sync tags of all answers; undefined where one named none: then only its age tells what it is worth. */
  tags(): ReadonlySet<SyncTag> | undefined
}

/** `lastEventId`: of the live event that made the page stale, so that a CDN does not answer with older content. */
export function openReader(client: SanityClient, lastEventId?: string): Reader {
  const tags = new Set<SyncTag>()
  let complete = true
  return {
    async ask(query, params = {}) {
      const {result, syncTags} = await client.fetch(query, params, {
        filterResponse: false,
        returnQuery: false,
        ...(lastEventId && {lastLiveEventId: lastEventId}),
      })
      complete &&= Boolean(syncTags?.length)
      for (const tag of syncTags ?? []) tags.add(tag)
      return result
    },
    tags: () => (complete ? tags : undefined),
  }
}
