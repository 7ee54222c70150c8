import {createClient, type SanityClient} from '@sanity/client'
import type {OpenLake} from '../../lake/index.ts'

/** A client of a lake, as an administrator; `token: ''` is nobody. */
export const connect = (
  {url, token}: Pick<OpenLake, 'url' | 'token'>,
  dataset = 'production',
): SanityClient =>
  createClient({
    projectId: 'local',
    dataset,
    apiHost: url,
    useProjectHostname: false,
    apiVersion: '2025-02-19',
    useCdn: false,
    token: token || undefined,
  })
