import {projectId} from './datasets.ts'
import type {Document} from './document.ts'
import {requestError} from './errors.ts'
import type {Lake} from './lake.ts'

export type CopyOptions = {
  source: string
  target: string
  /** Whether what documents were before goes along; a lake in memory never takes it. */
  withHistory: boolean
  /** Whether releases and the versions in them go along; without them history stays behind, too. */
  withReleases: boolean
}

/** A copy that was made, in the form that the API lists. */
export type CopyJob = {
  id: string
  sourceDataset: string
  targetDataset: string
  state: 'completed'
  withHistory: boolean
  createdAt: string
  updatedAt: string
}

/**
 * Makes a new dataset of another's documents, as readable as that one.
 * @throws LakeError 404 where the source is unknown, 409 where the target exists
 */
export async function copyDataset(lake: Lake, options: CopyOptions): Promise<CopyJob> {
  const {source, target, withHistory, withReleases} = options
  const createdAt = lake.clock.now().toISOString()
  const from = lake.dataset(source)
  const acl = lake.registry.datasets.get(source)?.acl ?? 'public'
  if (lake.registry.datasets.get(target)) {
    throw requestError(409, `Dataset "${target}" already exists`)
  }
  const asFile = lake.dir !== undefined && withHistory && withReleases
  lake.createDataset(target, acl, asFile ? from.store.backup : undefined)
  if (!asFile) await copyDocuments(lake, options)
  lake.dataset(target).store.renameAssetPaths(`${projectId}/${source}`, `${projectId}/${target}`)
  const updatedAt = lake.clock.now().toISOString()
  const job = {id: lake.clock.newId(), sourceDataset: source, targetDataset: target}
  return {...job, state: 'completed', withHistory: asFile, createdAt, updatedAt}
}

async function copyDocuments(lake: Lake, {source, target, withReleases}: CopyOptions) {
  const documents: Document[] = []
  for (const body of lake.dataset(source).store.dump({dotted: true})) {
    const document: Document = JSON.parse(body)
    if (withReleases || !belongsToRelease(document._id)) documents.push(document)
  }
  if (documents.length === 0) return
  const stamp = {id: lake.clock.newId(), timestamp: lake.clock.now().toISOString(), author: 'copy'}
  await lake.dataset(target).store.load(documents, stamp)
}

const belongsToRelease = (id: string): boolean =>
  id.startsWith('versions.') || id.startsWith('_.releases.')
