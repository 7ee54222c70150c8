/**
 * Queries inside the lake, without HTTP, as an anonymous reader of what is published; against plain groq-js over all
 * the documents that this reader may see, and against themselves with a tenth of the stories.
 */
import {evaluate, parse} from 'groq-js'
import {systemClock} from '../lake/clock.ts'
import type {Dataset} from '../lake/dataset.ts'
import {LakeError} from '../lake/errors.ts'
import {openLakeFolder} from '../lake/lake.ts'
import type {ViewOptions} from '../lake/store/index.ts'
import {dataset as datasetName} from './lakes.ts'
import {medianSeconds, secondsOf} from './measure.ts'
import {cases, type QueryCase} from './queries/cases.ts'
import {all, answerTime, atLeast, atMost, type Benchmark, type Row} from './row.ts'

const reader: ViewOptions = {perspective: [''], loggedIn: false}
const repetition = {timesMax: 100, secondsMax: 0.3}
/** Plain groq-js holds all documents in memory. */
const plainStoriesMax = 100_000
/** A page may take so many times longer with ten times the stories. */
const growthMax = 2
/** Statuses: of an answer, of a query that took too long, and of one whose indexes are still being made. */
const answered = 200
const gaveUp = 408
const notYet = 503

export const queries: Benchmark = async function* ({n, lakeWith}) {
  const small = Math.ceil(n / 10)
  const smallSeconds = await inLake(await lakeWith(small), async (lake) => {
    const seconds = new Map<string, number>()
    for (const one of cases)
      if (one.isPage) seconds.set(one.name, (await ask(lake, one, small)).seconds)
    return seconds
  })
  const rows = await inLake(await lakeWith(n), async (lake) => {
    const documents = n <= plainStoriesMax ? lake.view(reader).all() : undefined
    const measured: Row[] = []
    for (const one of cases) {
      if (one.isScan && !documents) continue
      const {seconds, first} = await ask(lake, one, n)
      const plain = documents && (await askPlain(documents, one, n))
      measured.push(caseRow(one, {n, seconds, first, plain}))
      const before = smallSeconds.get(one.name)
      if (before) measured.push(growthRow(one, {n, seconds, small, before}))
    }
    return measured
  })
  yield* rows
}

async function inLake<Result>(
  dir: string,
  work: (dataset: Dataset) => Promise<Result>,
): Promise<Result> {
  const lake = openLakeFolder(dir, systemClock)
  try {
    return await work(lake.dataset(datasetName))
  } finally {
    await lake.close()
  }
}

/** Seconds that an answer took in the middle, and the first time. */
type Asked = {seconds: number; first: number}

/**
 * Once the indexes are made that the query asks for, which is not measured. Where the lake gives a query up, what it
 * took until then counts.
 */
async function ask(lake: Dataset, {query, params}: QueryCase, n: number): Promise<Asked> {
  const answer = (time: number) => lake.query({query, params: params(time, n)}, reader)
  let first = 0
  for (let status: number = notYet; status === notYet; ) {
    first = await secondsOf(async () => {
      status = await statusOf(answer(0))
    })
  }
  const seconds = await medianSeconds(async (time) => {
    const status = await statusOf(answer(time))
    if (status !== answered && status !== gaveUp) throw new Error(`The lake answered ${status}.`)
  }, repetition)
  return {seconds, first}
}

async function statusOf(answer: Promise<unknown>): Promise<number> {
  try {
    await answer
    return answered
  } catch (error) {
    if (error instanceof LakeError) return error.status
    throw error
  }
}

function askPlain(documents: unknown[], {query, plain, params}: QueryCase, n: number) {
  return medianSeconds(async (time) => {
    const given = params(time, n)
    const value = await evaluate(parse(plain ?? query, {params: given}), {
      dataset: documents,
      params: given,
    })
    await value.get()
  }, repetition)
}

function caseRow(
  {name, msMax, ratioMin}: QueryCase,
  {n, seconds, first, plain}: Asked & {n: number; plain: number | undefined},
): Row {
  const ratio = plain === undefined ? undefined : plain / seconds
  return {
    name: `query-${name}`,
    ...answerTime(n, seconds),
    ...(ratio === undefined
      ? {against: 'plain groq-js does not hold so many documents'}
      : {ratio, against: `plain groq-js, ${inMs(plain)}; the first time ${inMs(first)}`}),
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
