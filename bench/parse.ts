/** Raw files → stories on two cores, against reading, hashing and splitting the same files. */
import {corpusPaths, writeCorpus} from './corpus.ts'
import {secondsOf} from './measure.ts'
import {startReader} from './parse/reader.ts'
import {all, atLeast, type Benchmark, rate} from './row.ts'

const cores = 2
const filesPerSecondMin = 15_000
/** Of the files a second of the loop that does nothing but read, hash and split. */
const ratioMin = 0.25

export const parsing: Benchmark = async function* ({n, folder}) {
  await writeCorpus(folder, n)
  const paths = corpusPaths(folder, n)
  const peerSeconds = await readAll(paths, 'split')
  const seconds = await readAll(paths, 'parse')
  const {perSecond, ...rest} = rate(n, seconds)
  const ratio = peerSeconds / seconds
  yield {
    name: 'parse',
    ...rest,
    perSecond,
    ratio,
    against: `read + sha256 + split, ${Math.round(n / peerSeconds)} files a second`,
    ...all(atLeast('perSecond', perSecond, filesPerSecondMin), atLeast('ratio', ratio, ratioMin)),
  }
}

/** Seconds that two threads take together, once both have warmed up on some of the files. */
async function readAll(paths: readonly string[], how: 'parse' | 'split'): Promise<number> {
  const each = Math.ceil(paths.length / cores)
  const readers = await Promise.all(
    Array.from({length: cores}, (_, core) =>
      startReader({paths: paths.slice(core * each, (core + 1) * each), how}),
    ),
  )
  const seconds = await secondsOf(() => Promise.all(readers.map(({read}) => read())))
  await Promise.all(readers.map(({stop}) => stop()))
  return seconds
}
