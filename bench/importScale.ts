/** Whether the time a story grows with their number: an import of `n` files against one of a tenth, at most 10,000. */
import {rm} from 'node:fs/promises'
import {join} from 'node:path'
import {writeCorpus} from './corpus.ts'
import {importRun} from './importRun.ts'
import {serveLake} from './lakes.ts'
import {atLeast, type Benchmark, rate} from './row.ts'

const smallMax = 10_000
/** The time a story may be so many times that of the small import. */
const growthMax = 1.3

export const importScale: Benchmark = async function* ({n, folder}) {
  const small = Math.min(smallMax, Math.ceil(n / 10))
  const smallSeconds = await importSeconds(join(folder, 'small'), small)
  const seconds = await importSeconds(join(folder, 'large'), n)
  const ratio = smallSeconds / small / (seconds / n)
  yield {
    name: 'import-scale',
    ...rate(n, seconds),
    ratio,
    against: `itself with ${small}, ${Math.round(small / smallSeconds)} files a second`,
    ...atLeast('ratio', ratio, 1 / growthMax),
  }
}

async function importSeconds(folder: string, count: number): Promise<number> {
  const copy = join(folder, 'copy')
  const dir = join(folder, 'lake')
  await writeCorpus(copy, count)
  const lake = await serveLake(dir)
  const {summary} = await importRun(copy, dir)
  await lake.stop()
  await rm(folder, {recursive: true})
  return summary.seconds
}
