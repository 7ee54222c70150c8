import {type ClientConfig, createClient, type SanityClient} from '@sanity/client'

/** Whose stories the site shows: a local lake, or a project on the hosted one. */
export type Source =
  | {kind: 'lake'; url: string; dataset?: string}
  | {kind: 'hosted'; projectId: string; dataset: string}

export type Clients = {
  /** Asks without a token, so that nothing unpublished can come back. */
  published: SanityClient
  /** Drafts over published stories; absent without a token. */
  drafts?: SanityClient
}

/** Perspectives, sync tags and live events need this version or a later one. */
const apiVersion = '2025-02-19'

/** A reader waits: better an older page soon than the newest one late. */
const retriesMax = 1
const answerMsMax = 10_000

/** How the lake is asked. `token`: one that may read drafts. */
export function openClients(source: Source, token?: string): Clients {
  const published = createClient({
    ...connection(source),
    apiVersion,
    perspective: 'published',
    requestTagPrefix: 'site',
    maxRetries: retriesMax,
    timeout: answerMsMax,
  })
  if (!token) return {published}
  return {
    published,
    drafts: published.withConfig({token, perspective: 'drafts', useCdn: false}),
  }
}

/** Where images are served from: part of the site's content security policy. */
export const imageOrigin = (source: Source) =>
  source.kind === 'lake' ? new URL(source.url).origin : 'https://cdn.sanity.io'

export const datasetOf = (source: Source) =>
  source.kind === 'lake'
    ? {projectId: 'local', dataset: source.dataset ?? 'production'}
    : {projectId: source.projectId, dataset: source.dataset}

function connection(source: Source): ClientConfig {
  if (source.kind === 'hosted') return {...datasetOf(source), useCdn: true}
  return {
    ...datasetOf(source),
    apiHost: source.url,
    useProjectHostname: false,
    useCdn: false,
  }
}
