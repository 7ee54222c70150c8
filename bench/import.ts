/**
 * Raw files into the local lake, end to end and durable, against `@sanity/import` loading the same documents as ready
 * NDJSON into a server that answers at once. Neither counts the start of Node.
 */
import {join} from 'node:path'
import {writeCorpus} from './corpus.ts'
import {saveDocuments} from './export.ts'
import {importRun} from './importRun.ts'
import {serveLake} from './lakes.ts'
import {sanityImport} from './peers/run.ts'
import {watchMemory} from './process.ts'
import {atLeast, atMost, type Benchmark, rate} from './row.ts'

/** Times the documents a second of the peer. */
const ratioMin = 5
const importerMbMax = 300
const lakeMbMax = 700

export const importing: Benchmark = async function* ({n, folder}) {
  const copy = join(folder, 'copy')
  const dir = join(folder, 'lake')
  const dump = join(folder, 'documents.ndjson')
  await writeCorpus(copy, n)

  const lake = await serveLake(dir)
  const lakePeak = watchMemory(lake.child)
  const {summary, peakRssMb} = await importRun(copy, dir)
  const documents = await saveDocuments(lake, dump)
  await lake.stop()
  const peer = await sanityImport(dump)

  const ratio = peer.seconds / summary.seconds
  const shared = {...rate(documents, summary.seconds), peakRssMb}
  const against = `@sanity/import, ${Math.round(documents / peer.seconds)} documents a second`
  yield {name: 'import', ...shared, ratio, against, ...atLeast('ratio', ratio, ratioMin)}
  yield {
    name: 'import-memory',
    ...shared,
    ...atMost('importer MB', peakRssMb ?? 0, importerMbMax),
  }
  yield {
    name: 'import-memory-lake',
    ...shared,
    peakRssMb: lakePeak(),
    ...atMost('lake MB', lakePeak() ?? 0, lakeMbMax),
  }
}
