import {mkdirSync, rmSync} from 'node:fs'
import {join} from 'node:path'
import {openAssetFiles} from './assets/files.ts'
import {openRenditions} from './assets/renditions.ts'
import type {Clock} from './clock.ts'
import {type Dataset, openDataset} from './dataset.ts'
import {requestError} from './errors.ts'
import {type Acl, openRegistry} from './store/registry.ts'

export const projectId = 'local'

const datasetNamePattern = /^~?[a-z0-9][-\w]{0,63}$/

const ownerOnly = 0o700

export type Lake = ReturnType<typeof openLakeFolder>

/** The datasets of one folder, or in memory where there is none. */
export function openLakeFolder(dir: string | undefined, clock: Clock) {
  if (dir) mkdirSync(join(dir, 'datasets'), {recursive: true, mode: ownerOnly})
  const registry = openRegistry(dir && join(dir, 'lake.sqlite'))
  const assets = openAssetFiles(dir)
  const open = new Map<string, Dataset>()
  let origin: string | undefined
  const fileOf = (name: string) => dir && join(dir, 'datasets', `${name}.sqlite`)

  /** @throws LakeError 404 where there is no such dataset. */
  function dataset(name: string): Dataset {
    const known = open.get(name)
    if (known) return known
    if (!registry.datasets.get(name)) throw unknownDataset(name)
    const opened = openDataset(name, {file: fileOf(name), clock, projectId})
    if (origin) opened.store.moveAssetUrls(origin)
    open.set(name, opened)
    return opened
  }

  /** Tells where the lake is served, `http://localhost:PORT`, before any dataset is opened. */
  function servedAt(url: string): void {
    origin = url
  }

  /** `fill` may write the dataset's file before it is known, where the lake is on disk. */
  function createDataset(name: string, acl: Acl, fill?: (file: string) => void): void {
    if (!datasetNamePattern.test(name)) {
      throw requestError(400, `Unexpected dataset name "${name}", expected 1 to 64 of a-z 0-9 _ -`)
    }
    if (!registry.datasets.get(name)) removeFile(name)
    const file = fileOf(name)
    if (file) fill?.(file)
    registry.datasets.put({name, acl, at: clock.now().toISOString()})
  }

  function deleteDataset(name: string): void {
    if (!registry.datasets.get(name)) throw unknownDataset(name)
    open.get(name)?.end()
    open.delete(name)
    registry.datasets.drop(name)
    removeFile(name)
  }

  function removeFile(name: string): void {
    for (const suffix of ['', '-wal', '-shm']) {
      if (dir) rmSync(`${fileOf(name)}${suffix}`, {force: true})
    }
  }

  function close(): void {
    for (const one of open.values()) one.store.close()
    open.clear()
    registry.close()
    assets.close()
  }

  return {
    dir,
    clock,
    registry,
    assets,
    renditions: openRenditions(),
    dataset,
    servedAt,
    createDataset,
    deleteDataset,
    close,
  }
}

const unknownDataset = (name: string) =>
  requestError(404, `Dataset "${name}" not found for project ID "${projectId}"`)
