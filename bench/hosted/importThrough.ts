import {join} from 'node:path'
import {importCopy} from '../../importer/index.ts'
import type {ImportEvent, Summary} from '../../importer/summary.ts'
import {readingWith} from '../../scripts/reading.ts'
import {dataset, type ServedLake} from '../lakes.ts'

export type Part = {
  copy: string
  /** Where the importer keeps what it leaves on a machine. */
  folder: string
  lake: ServedLake
  /** Files of this shard alone, at this many requests a second. */
  shard?: {index: number; count: number}
  rate?: number
  on?: (event: ImportEvent) => void
}

/** An import into a lake by another address than its own, such as that of a proxy. */
export function importThrough(url: string, {copy, folder, lake, ...rest}: Part): Promise<Summary> {
  return importCopy({
    ...readingWith({}),
    paths: [copy],
    target: {projectId: 'local', dataset, url, token: lake.token},
    stateFolder: join(folder, 'state'),
    ...rest,
  })
}
