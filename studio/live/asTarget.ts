import type {SanityClient} from '@sanity/client'
import type {Target} from '../../importer/target.ts'

/** Studio's client, for the importer's questions: they need no more of a target than to be asked. */
export function asTarget(client: SanityClient, tag: string): Target {
  const query: Target['query'] = (groq, params = {}) =>
    client.fetch(groq, params, {perspective: 'raw', tag})
  return {query} as Target
}
