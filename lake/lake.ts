/** One lake: what a folder holds, without HTTP. */
import {mkdirSync} from 'node:fs'
import {join} from 'node:path'
import {type AssetFiles, openAssetFiles} from './assets/files.ts'
import {openRenditions, type Renditions} from './assets/renditions.ts'
import type {Clock} from './clock.ts'
import {type Datasets, openDatasets} from './datasets.ts'
import {openRegistry, type Registry} from './store/registry.ts'

const ownerOnly = 0o700

export type Lake = Datasets & {
  /** The folder; undefined: the lake is in memory. */
  dir: string | undefined
  clock: Clock
  /** The names of its datasets, its tokens, and the settings of its users. */
  registry: Registry
  assets: AssetFiles
  renditions: Renditions
  /** Resolves once all datasets are closed. */
  close(): Promise<void>
}

/** All that one folder holds, or memory where there is none. */
export function openLakeFolder(dir: string | undefined, clock: Clock): Lake {
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
    async close() {
      await datasets.closeDatasets()
      registry.close()
      assets.close()
    },
  }
}
