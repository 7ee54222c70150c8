import {mkdirSync} from 'node:fs'
import {join} from 'node:path'
import {openAssetFiles} from './assets/files.ts'
import {openRenditions} from './assets/renditions.ts'
import type {Clock} from './clock.ts'
import {openDatasets} from './datasets.ts'
import {openRegistry} from './store/registry.ts'

const ownerOnly = 0o700

export type Lake = ReturnType<typeof openLakeFolder>

/** All that one folder holds, or memory where there is none. */
export function openLakeFolder(dir: string | undefined, clock: Clock) {
  if (dir) mkdirSync(join(dir, 'datasets'), {recursive: true, mode: ownerOnly})
  const registry = openRegistry(dir && join(dir, 'lake.sqlite'))
  const assets = openAssetFiles(dir)
  const datasets = openDatasets({dir, clock, registry, assets})
  return {
    dir,
    clock,
    registry,
    assets,
    renditions: openRenditions(),
    ...datasets,
    async close(): Promise<void> {
      await datasets.closeDatasets()
      registry.close()
      assets.close()
    },
  }
}
