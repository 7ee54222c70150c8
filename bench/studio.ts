/**
 * Studio over many stories, as an editor waits for it: from the click on a list until its first row is there, from the
 * last letter of a search until its hit is, and from one editor's commit until another's window shows it.
 */
import {errors} from 'playwright-core'
import {median} from './measure.ts'
import {all, answerTime, atLeast, atMost, type Benchmark, type Row} from './row.ts'
import {commitSeconds} from './studio/commit.ts'
import {type Desk, openDesk, patienceMs} from './studio/desk.ts'
import {listSeconds, lists, searchSeconds} from './studio/lists.ts'

const fewStories = 100
/** Over many stories an editor may wait so many times longer than over few. */
const growthMax = 2
const times = 3
/** What takes longer is not measured again. */
const slowSeconds = 5
const listMsMax = 1000
const commitMsMax = 200

type Measure = (desk: Desk, time: number) => Promise<number>

const measures: Record<string, Measure> = {
  ...Object.fromEntries(
    Object.entries(lists).map(([name, path]) => [name, (desk: Desk) => listSeconds(desk, path)]),
  ),
  search: searchSeconds,
}

export const studio: Benchmark = async function* ({n, lakeWith}) {
  const few = await openDesk(await lakeWith(fewStories), fewStories)
  const many = await openDesk(await lakeWith(n), n)
  try {
    for (const desk of [few, many]) await desk.visit('/structure')
    for (const [name, measure] of Object.entries(measures)) {
      const [before, after] = [await taken(few, measure), await taken(many, measure)]
      yield row(name, {before, after, msMax: listMsMax, n})
    }
    const before = await commitSeconds(few).catch(givenUp(few))
    const after = await commitSeconds(many).catch(givenUp(many))
    yield row('commit', {
      before: {seconds: before},
      after: {seconds: after},
      msMax: commitMsMax,
      n,
    })
  } finally {
    await few.close()
    await many.close()
  }
}

/** Seconds: of the first time, for which the lake may have to make an index, and in the middle of the later ones. */
type Taken = {first?: number; seconds: number}

async function taken(desk: Desk, measure: Measure): Promise<Taken> {
  const attempt = (time: number) => measure(desk, time).catch(givenUp(desk))
  const first = await attempt(0)
  const later: number[] = []
  while (later.length < times && !later.some((seconds) => seconds > slowSeconds)) {
    later.push(await attempt(later.length + 1))
  }
  return {first, seconds: median(later)}
}

/** What was given up counts with the time until then; what it left open is closed. */
function givenUp(desk: Desk) {
  return async (error: unknown): Promise<number> => {
    if (!(error instanceof errors.TimeoutError)) throw error
    await desk.visit('/structure')
    return patienceMs / 1000
  }
}

type Compared = {before: Taken; after: Taken; msMax: number; n: number}

function row(name: string, {before, after, msMax, n}: Compared): Row {
  const ratio = before.seconds / after.seconds
  return {
    name: `studio-${name}`,
    ...answerTime(n, after.seconds),
    ratio,
    against: `itself with ${fewStories}, ${ms(before.seconds)}${firstTime(after)}`,
    ...all(atMost('ms', after.seconds * 1000, msMax), atLeast('ratio', ratio, 1 / growthMax)),
  }
}

function firstTime({first}: Taken): string {
  return first === undefined ? '' : `; the first time took ${ms(first)}`
}

function ms(seconds: number): string {
  return `${Math.round(seconds * 1000)} ms`
}
