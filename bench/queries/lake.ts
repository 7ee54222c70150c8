/** Asks a lake inside its process, without HTTP. */
import {systemClock} from '../../lake/clock.ts'
import type {Dataset} from '../../lake/dataset.ts'
import {LakeError} from '../../lake/errors.ts'
import {openLakeFolder} from '../../lake/lake.ts'
import type {ViewOptions} from '../../lake/store/index.ts'
import {dataset as datasetName} from '../lakes.ts'
import {medianSeconds, type Repetition, secondsOf} from '../measure.ts'
import type {QueryCase} from './cases.ts'

export const reader: ViewOptions = {perspective: [''], loggedIn: false}
/** Statuses: of an answer, of a query that took too long, and of one whose indexes are still being made. */
const answered = 200
const gaveUp = 408
const notYet = 503

export async function inLake<Result>(
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

/** A query as it is asked one of many times, of a dataset with `n` stories. */
type Question = {of: QueryCase; n: number}

/**
 * Seconds of an answer in the middle, once the indexes are made that the query asks for, which is not measured. Where
 * the lake gives a query up, what it took until then counts.
 */
export async function ask(
  lake: Dataset,
  question: Question,
  repetition: Repetition,
): Promise<number> {
  while ((await statusOf(answer(lake, question, 0))) === notYet);
  return medianSeconds((time) => expectAnswer(lake, question, time), repetition)
}

/** Seconds of one answer. */
export const askOnce = (lake: Dataset, question: Question, time: number): Promise<number> =>
  secondsOf(() => expectAnswer(lake, question, time))

async function expectAnswer(lake: Dataset, question: Question, time: number): Promise<void> {
  const status = await statusOf(answer(lake, question, time))
  if (status !== answered && status !== gaveUp) throw new Error(`The lake answered ${status}.`)
}

const answer = (lake: Dataset, {of, n}: Question, time: number): Promise<unknown> =>
  lake.query({query: of.query, params: of.params(time, n)}, reader)

async function statusOf(answer: Promise<unknown>): Promise<number> {
  try {
    await answer
    return answered
  } catch (error) {
    if (error instanceof LakeError) return error.status
    throw error
  }
}
