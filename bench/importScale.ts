/**
 * Whether time and memory grow with the number of stories: an import of `n` files against one of a tenth, at most
 * 10,000.
 */
import {rm} from 'node:fs/promises'
import {join} from 'node:path'
import {writeCorpus} from './corpus.ts'
import {type FreshImport, freshImport, memoryRows} from './freshImport.ts'
import {atLeast, type Benchmark, rate} from './row.ts'

const smallMax = 10_000
/** The time a story may be so many times that of the small import. */
const growthMax = 1.3

export const importScale: Benchmark = async function* ({n, folder}) {
  const small = Math.min(smallMax, Math.ceil(n / 10))
  const smallSeconds = (await importInto(join(folder, 'small'), small)).seconds
  const {seconds, ...peaks} = await importInto(join(folder, 'large'), n)
  const ratio = smallSeconds / small / (seconds / n)
  const measured = rate(n, seconds)
  yield {
    name: 'import-scale',
    ...measured,
    ratio,
    against: `itself with ${small}, ${Math.round(small / smallSeconds)} files a second`,
    ...atLeast('ratio', ratio, 1 / growthMax),
  }
  yield* memoryRows('import-scale', measured, peaks)
}

async function importInto(folder: string, count: number): Promise<Omit<FreshImport, 'lake'>> {
  const copy = join(folder, 'copy')
  await writeCorpus(copy, count)
  const {lake, ...measured} = await freshImport(copy, join(folder, 'lake'))
  await lake.stop()
  await rm(folder, {recursive: true})
  return measured
}
