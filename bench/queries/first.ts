/**
 * What the first scan of a lake takes that was opened just now, and keeps nothing yet; against plain groq-js that has to
 * read and parse the documents, too.
 */
import {median, secondsOf} from '../measure.ts'
import {answerTime, atLeast, type Row} from '../row.ts'
import {cases, type QueryCase} from './cases.ts'
import {askOnce, inLake} from './lake.ts'
import {documentsOf, plainJson} from './plain.ts'

/** Beside one that does not count: it makes the indexes that the query asks for. */
const times = 3

export async function* firstRows(dir: string, n: number): AsyncGenerator<Row> {
  for (const one of cases) if (one.isScan && one.ratioMin) yield await firstRow(dir, one, n)
}

async function firstRow(dir: string, one: QueryCase, n: number): Promise<Row> {
  const [own, plain]: [number[], number[]] = [[], []]
  for (let time = 0; time <= times; time++) {
    own.push(await inLake(dir, (lake) => askOnce(lake, {of: one, n}, time)))
    plain.push(
      await inLake(dir, (lake) =>
        secondsOf(() => plainJson(documentsOf(lake), one, one.params(time, n))),
      ),
    )
  }
  const [seconds, against] = [median(own.slice(1)), median(plain.slice(1))]
  const ratio = against / seconds
  return {
    name: `query-${one.name}-first`,
    ...answerTime(n, seconds),
    ratio,
    against: `plain groq-js that reads and parses the documents first, and writes JSON, ${against.toFixed(2)} s`,
    ...atLeast('ratio', ratio, one.ratioMin ?? Number.NaN),
  }
}
