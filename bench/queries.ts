/**
 * Queries inside the lake, without HTTP, as an anonymous reader of what is published; against plain groq-js over all
 * the documents that this reader may see, and against themselves with a tenth of the stories.
 */
import {medianSeconds} from './measure.ts'
import {cases, type QueryCase} from './queries/cases.ts'
import {firstRows} from './queries/first.ts'
import {ask, inLake} from './queries/lake.ts'
import {documentsOf, plainJson} from './queries/plain.ts'
import {all, answerTime, atLeast, atMost, type Benchmark, type Row} from './row.ts'

const repetition = {timesMax: 100, secondsMax: 1}
/** Plain groq-js holds all documents in memory. */
const plainStoriesMax = 100_000
/** A page may take so many times longer with ten times the stories. */
const growthMax = 2

export const queries: Benchmark = async function* ({n, lakeWith}) {
  const small = Math.ceil(n / 10)
  const smallSeconds = await inLake(await lakeWith(small), async (lake) => {
    const seconds = new Map<string, number>()
    for (const one of cases)
      if (one.isPage) seconds.set(one.name, await ask(lake, {of: one, n: small}, repetition))
    return seconds
  })
  const dir = await lakeWith(n)
  const asked = cases.filter((one) => !one.isScan || n <= plainStoriesMax)
  // Before plain groq-js has filled this process's memory.
  const ownSeconds = await inLake(dir, async (lake) => {
    const seconds: number[] = []
    for (const one of asked) seconds.push(await ask(lake, {of: one, n}, repetition))
    return seconds
  })
  const documents =
    n <= plainStoriesMax ? await inLake(dir, async (lake) => documentsOf(lake)) : undefined
  for (const [at, one] of asked.entries()) {
    const seconds = ownSeconds[at] as number
    const plain = documents && (await askPlain(documents, one, n))
    yield caseRow(one, {n, seconds, plain})
    const before = smallSeconds.get(one.name)
    if (before) yield growthRow(one, {n, seconds, small, before})
  }
  if (documents) yield* firstRows(dir, n)
}

const askPlain = (documents: unknown[], one: QueryCase, n: number): Promise<number> =>
  medianSeconds((time) => plainJson(documents, one, one.params(time, n)), repetition)

function caseRow(
  {name, msMax, ratioMin}: QueryCase,
  {n, seconds, plain}: {n: number; seconds: number; plain: number | undefined},
): Row {
  const ratio = plain === undefined ? undefined : plain / seconds
  return {
    name: `query-${name}`,
    ...answerTime(n, seconds),
    ...(ratio === undefined
      ? {against: 'plain groq-js does not hold so many documents'}
      : {
          ratio,
          against: `plain groq-js over documents in memory, JSON of the answer included, ${inMs(plain)}`,
        }),
    ...all(
      ...(msMax === undefined ? [] : [atMost('ms', seconds * 1000, msMax)]),
      ...(ratioMin === undefined || ratio === undefined ? [] : [atLeast('ratio', ratio, ratioMin)]),
    ),
  }
}

function growthRow(
  {name}: QueryCase,
  {n, seconds, small, before}: {n: number; seconds: number; small: number; before: number},
): Row {
  const ratio = before / seconds
  return {
    name: `query-${name}-growth`,
    ...answerTime(n, seconds),
    ratio,
    against: `itself with ${small}, ${inMs(before)}`,
    ...atLeast('ratio', ratio, 1 / growthMax),
  }
}

function inMs(seconds = Number.NaN): string {
  return `${(seconds * 1000).toFixed(2)} ms`
}
