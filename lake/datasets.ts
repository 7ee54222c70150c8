/** The datasets of a lake: opened, made and deleted. */
import {rmSync} from 'node:fs'
import {join} from 'node:path'
import type {AssetFiles} from './assets/files.ts'
import {assetsIn, sweepAssets} from './assets/sweep.ts'
import type {Clock} from './clock.ts'
import {type Dataset, openDataset} from './dataset.ts'
import {requestError} from './errors.ts'
import type {Acl, Registry} from './store/registry.ts'

/** The one project that a lake serves. */
export const projectId = 'local'

const datasetNamePattern = /^~?[a-z0-9][-\w]{0,63}$/

/** What the datasets of a lake share; without a folder they are in memory. */
type Shared = {dir: string | undefined; clock: Clock; registry: Registry; assets: AssetFiles}

export type Datasets = {
  /** Opened when it is first asked for. @throws LakeError 404 where there is no such dataset. */
  dataset(name: string): Dataset
  /**
   * `fill` may write the dataset's file before it is known, where the lake is on disk.
   * @throws LakeError 400 where the name is none.
   */
  createDataset(name: string, acl: Acl, fill?: (file: string) => void): void
  /** With the files that no other dataset needs; who listens to it is told. @throws LakeError 404 */
  deleteDataset(name: string): Promise<void>
  /** Tells where the lake is served, `http://localhost:PORT`, before any dataset is opened. */
  servedAt(url: string): void
  closeDatasets(): Promise<void>
}

export function openDatasets({dir, clock, registry, assets}: Shared): Datasets {
  const open = new Map<string, Dataset>()
  let origin: string | undefined
  const fileOf = (name: string) => dir && join(dir, 'datasets', `${name}.sqlite`)

  function dataset(name: string): Dataset {
    const known = open.get(name)
    if (known) return known
    if (!registry.datasets.get(name)) throw unknownDataset(name)
    const opened = openDataset(name, {file: fileOf(name), clock, projectId})
    if (origin) opened.store.moveAssetUrls(origin)
    open.set(name, opened)
    return opened
  }

  function createDataset(name: string, acl: Acl, fill?: (file: string) => void): void {
    if (!datasetNamePattern.test(name)) {
      throw requestError(400, `Unexpected dataset name "${name}", expected 1 to 64 of a-z 0-9 _ -`)
    }
    const file = fileOf(name)
    if (file && !registry.datasets.get(name)) removeDatabase(file)
    if (file) fill?.(file)
    registry.datasets.put({name, acl, at: clock.now().toISOString()})
  }

  async function deleteDataset(name: string): Promise<void> {
    const gone = assetsIn(dataset(name))
    await dataset(name).end()
    open.delete(name)
    registry.datasets.drop(name)
    const file = fileOf(name)
    if (file) removeDatabase(file)
    const others = registry.datasets.list().map((other) => dataset(other.name))
    sweepAssets(assets, {gone, others, now: clock.now()})
  }

  return {
    dataset,
    createDataset,
    deleteDataset,
    servedAt(url) {
      origin = url
    },
    async closeDatasets() {
      const closing = [...open.values()].map((one) => one.close())
      open.clear()
      await Promise.all(closing)
    },
  }
}

function removeDatabase(file: string): void {
  for (const suffix of ['', '-wal', '-shm']) rmSync(`${file}${suffix}`, {force: true})
}

const unknownDataset = (name: string) =>
  requestError(404, `Dataset "${name}" not found for project ID "${projectId}"`)
