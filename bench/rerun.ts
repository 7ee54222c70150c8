/** A second import of files that have not changed, against reading and hashing them. */
import {createHash} from 'node:crypto'
import {readFile} from 'node:fs/promises'
import {join} from 'node:path'
import {setTimeout} from 'node:timers/promises'
import pLimit from 'p-limit'
import {corpusPaths, writeCorpus} from './corpus.ts'
import {importRun} from './importRun.ts'
import {serveLake} from './lakes.ts'
import {secondsOf} from './measure.ts'
import {all, atLeast, atMost, type Benchmark, rate} from './row.ts'

const filesPerSecondMin = 20_000
const filesAtOnce = 32
const agedMs = 2500

export const rerun: Benchmark = async function* ({n, folder}) {
  const copy = join(folder, 'copy')
  const dir = join(folder, 'lake')
  await writeCorpus(copy, n)
  const lake = await serveLake(dir)
  // Files that were only just written are read again, whatever their size and time.
  await setTimeout(agedMs)
  await importRun(copy, dir)
  const {summary, peakRssMb} = await importRun(copy, dir)
  await lake.stop()
  const peerSeconds = await secondsOf(() => hashAll(corpusPaths(copy, n)))

  const {perSecond, ...rest} = rate(n, summary.seconds)
  yield {
    name: 'rerun',
    ...rest,
    perSecond,
    peakRssMb,
    ratio: peerSeconds / summary.seconds,
    against: `read + sha256, ${Math.round(n / peerSeconds)} files a second`,
    ...all(atLeast('perSecond', perSecond, filesPerSecondMin), atMost('writes', summary.writes, 0)),
  }
}

async function hashAll(paths: readonly string[]): Promise<void> {
  const limit = pLimit(filesAtOnce)
  const hash = async (path: string) => {
    createHash('sha256')
      .update(await readFile(path))
      .digest('hex')
  }
  await Promise.all(paths.map((path) => limit(() => hash(path))))
}
