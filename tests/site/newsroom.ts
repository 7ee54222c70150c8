import {createClient, type SanityClient} from '@sanity/client'
import {type LakeOptions, openLake} from '../../lake/index.ts'
import {openSite, type SiteOptions} from '../../site/index.ts'
import {dataset, type TestDocument} from '../queries/dataset.ts'

export type Newsroom = {
  /** The site's address. */
  url: string
  /** The lake's, where Studio is served. */
  lakeUrl: string
  /** The lake's token. */
  token: string
  /** Writes as an administrator, and sees everything. */
  editor: SanityClient
  close(): Promise<void>
}

/** A lake in memory that holds the documents, and a site on it. */
export async function openNewsroom(
  documents: readonly TestDocument[] = dataset,
  options: Partial<SiteOptions> = {},
  lakeOptions: LakeOptions = {},
): Promise<Newsroom> {
  const lake = await openLake(lakeOptions)
  const editor = createClient({
    projectId: 'local',
    dataset: 'production',
    apiVersion: '2025-02-19',
    apiHost: lake.url,
    useProjectHostname: false,
    useCdn: false,
    token: lake.token,
    perspective: 'raw',
  })
  await editor.mutate(
    documents.map((document) => ({createOrReplace: document})),
    {visibility: 'sync'},
  )
  const site = await openSite({
    source: {kind: 'lake', url: lake.url},
    token: lake.token,
    log: () => {},
    ...options,
  })
  return {
    url: site.url,
    lakeUrl: lake.url,
    token: lake.token,
    editor,
    close: async () => {
      await site.close()
      await lake.close()
    },
  }
}
