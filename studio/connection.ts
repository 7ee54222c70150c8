import {type ClientConfig, createClient} from '@sanity/client'
import type {WorkspaceOptions} from 'sanity'
import {localLake} from './localLake.ts'
import {patientReads} from './patientReads.ts'
import {spreadStreams} from './spreadStreams.ts'

/** What is built in from the environment; all of it is public. */
export type StudioEnvironment = {
  /** Of a hosted project. Empty: the local lake. */
  projectId?: string
  dataset?: string
  /** Where the local lake serves, if not from the page's own origin. */
  lakeUrl?: string
}

export type Connection = Pick<
  WorkspaceOptions,
  | 'projectId'
  | 'dataset'
  | 'apiHost'
  | 'auth'
  | 'unstable_clientFactory'
  | 'announcements'
  | 'tasks'
  | 'releases'
  | 'scheduledPublishing'
  | 'scheduledDrafts'
  | 'mediaLibrary'
  | 'apps'
>

/**
 * Where the Studio finds its content: a hosted project, or the local lake. All that is particular to the local lake
 * stands here and in the files that this one imports.
 *
 * @param pageOrigin Origin of the page that the Studio runs in; the local lake serves it, unless `lakeUrl` says otherwise.
 */
export function connection(environment: StudioEnvironment, pageOrigin: string): Connection {
  const dataset = environment.dataset || localLake.dataset
  if (environment.projectId) return {projectId: environment.projectId, dataset}

  const apiHost = environment.lakeUrl || pageOrigin
  silenceProtocolWarning()
  const clientFactory = (options: ClientConfig) =>
    createClient({
      ...options,
      apiHost,
      useProjectHostname: false,
      resolveFetch: () => patientReads(spreadStreams(globalThis.fetch.bind(globalThis))),
    })
  return {
    projectId: localLake.projectId,
    dataset,
    apiHost,
    auth: {loginMethod: 'token', redirectOnSingle: false},
    unstable_clientFactory: clientFactory,
    ...cloudFeaturesOff,
  }
}

/** Studio warns of HTTP/1.1 for its six connections a host; on the lake the streams are spread over many. */
function silenceProtocolWarning(): void {
  if (typeof localStorage !== 'undefined') localStorage.setItem('_sanity_debugProtocol', 'h2')
}

/** Services of the hosted platform that no local lake has. */
const cloudFeaturesOff = {
  announcements: {enabled: false},
  tasks: {enabled: false},
  releases: {enabled: true},
  scheduledPublishing: {enabled: false},
  scheduledDrafts: {enabled: false},
  mediaLibrary: {enabled: false},
  apps: {canvas: {enabled: false}},
}
