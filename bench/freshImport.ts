/** An import into an empty lake that is served, and the memory that importer and lake took. */
import {importRun} from './importRun.ts'
import {type ServedLake, serveLake} from './lakes.ts'
import {watchMemory} from './process.ts'
import {atMost, type Row} from './row.ts'

const importerMbMax = 300
const lakeMbMax = 700

/** Largest resident sets in MiB; undefined where they were not watched. */
export type Peaks = {importerMb: number | undefined; lakeMb: number | undefined}

/** The lake goes on being served. */
export type FreshImport = Peaks & {lake: ServedLake; seconds: number}

export async function freshImport(copy: string, dir: string): Promise<FreshImport> {
  const lake = await serveLake(dir)
  const lakePeak = watchMemory(lake.child)
  const {summary, peakRssMb} = await importRun(copy, dir)
  return {lake, seconds: summary.seconds, importerMb: peakRssMb, lakeMb: lakePeak()}
}

/** None where this system does not tell. */
export function* memoryRows(
  name: string,
  shared: Pick<Row, 'n' | 'seconds' | 'perSecond'>,
  {importerMb, lakeMb}: Peaks,
): Generator<Row> {
  if (importerMb !== undefined)
    yield {
      name: `${name}-memory`,
      ...{...shared, peakRssMb: importerMb},
      ...atMost('importer MB', importerMb, importerMbMax),
    }
  if (lakeMb !== undefined)
    yield {
      name: `${name}-memory-lake`,
      ...{...shared, peakRssMb: lakeMb},
      ...atMost('lake MB', lakeMb, lakeMbMax),
    }
}
