/**
 * Raw files into the local lake, end to end and durable, against `@sanity/import` loading the same documents as ready
 * NDJSON into a server that answers at once. Neither counts the start of Node.
 */
import {join} from 'node:path'
import {writeCorpus} from './corpus.ts'
import {saveDocuments} from './export.ts'
import {freshImport, memoryRows} from './freshImport.ts'
import {sanityImport} from './peers/run.ts'
import {atLeast, type Benchmark, rate} from './row.ts'

/** Times the documents a second of the peer. */
const ratioMin = 5

export const importing: Benchmark = async function* ({n, folder}) {
  const copy = join(folder, 'copy')
  const dir = join(folder, 'lake')
  const dump = join(folder, 'documents.ndjson')
  await writeCorpus(copy, n)

  const {lake, seconds, ...peaks} = await freshImport(copy, dir)
  const documents = await saveDocuments(lake, dump)
  await lake.stop()
  const peer = await sanityImport(dump)

  const ratio = peer.seconds / seconds
  const measured = rate(documents, seconds)
  const against = `@sanity/import, ${Math.round(documents / peer.seconds)} documents a second`
  yield {name: 'import', ...measured, ratio, against, ...atLeast('ratio', ratio, ratioMin)}
  yield* memoryRows('import', measured, peaks)
}
