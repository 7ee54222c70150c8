/** Raw files → stories on two cores, against reading, hashing and splitting the same files. */
import {corpusPaths, writeCorpus} from './corpus.ts'
import {medianSecondsInTurn} from './measure.ts'
import {type Reading, startReader} from './parse/reader.ts'
import {all, atLeast, type Benchmark, rate} from './row.ts'

const cores = 2
const filesPerSecondMin = 15_000
/** Of the files a second of the loop that does nothing but read, hash and split. */
const ratioMin = 0.25
const repetition = {timesMax: 5, secondsMax: 30}

export const parsing: Benchmark = async function* ({n, folder}) {
  await writeCorpus(folder, n)
  const paths = corpusPaths(folder, n)
  const peer = await startReaders(paths, 'split')
  const atOnce = await startReaders(paths, 'splitAtOnce')
  const parser = await startReaders(paths, 'parse')
  // The time that does not count warms the threads up, on all files.
  const [peerSeconds, atOnceSeconds, seconds] = (await medianSecondsInTurn(
    [peer.read, atOnce.read, parser.read],
    repetition,
  )) as [number, number, number]
  await Promise.all([peer.stop(), atOnce.stop(), parser.stop()])
  const {perSecond, ...rest} = rate(n, seconds)
  const perSecondOf = (taken: number) => Math.round(n / taken)
  const ratio = peerSeconds / seconds
  yield {
    name: 'parse',
    ...rest,
    perSecond,
    ratio,
    against: `read + sha256 + split, ${perSecondOf(peerSeconds)} files a second; where each thread waits for its file, as the parser's do, ${perSecondOf(atOnceSeconds)}`,
    ...all(atLeast('perSecond', perSecond, filesPerSecondMin), atLeast('ratio', ratio, ratioMin)),
  }
}

/** A thread for each core, with its share of the files. */
async function startReaders(paths: readonly string[], how: Reading['how']) {
  const each = Math.ceil(paths.length / cores)
  const readers = await Promise.all(
    Array.from({length: cores}, (_, core) =>
      startReader({paths: paths.slice(core * each, (core + 1) * each), how}),
    ),
  )
  return {
    read: () => Promise.all(readers.map(({read}) => read())),
    stop: () => Promise.all(readers.map(({stop}) => stop())),
  }
}
