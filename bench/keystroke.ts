/** What Studio waits for on a keystroke: an edit of a draft, acknowledged; among `n` stories against among ten. */
import {randomUUID} from 'node:crypto'
import {dataset, post, type ServedLake, serveLake} from './lakes.ts'
import {medianSecondsInTurn} from './measure.ts'
import {answerTime, atMost, type Benchmark} from './row.ts'
import {storyId} from './stories.ts'

const fewStories = 10
const msMax = 5
const repetition = {timesMax: 200, secondsMax: 5}

export const keystroke: Benchmark = async function* ({n, lakeWith}) {
  const lakes = [await serveLake(await lakeWith(fewStories)), await serveLake(await lakeWith(n))]
  const edits = lakes.map((lake) => (time: number) => edit(lake, time))
  const [few = Number.NaN, seconds = Number.NaN] = await medianSecondsInTurn(edits, repetition)
  for (const lake of lakes) await lake.stop()
  yield {
    name: 'keystroke',
    ...answerTime(n, seconds),
    ratio: few / seconds,
    against: `itself with ${fewStories}, ${(few * 1000).toFixed(2)} ms`,
    ...atMost('ms', seconds * 1000, msMax),
  }
}

function edit(lake: ServedLake, time: number): Promise<unknown> {
  const publishedId = storyId(0)
  const action = {
    actionType: 'sanity.action.document.edit',
    publishedId,
    draftId: `drafts.${publishedId}`,
    patch: {set: {title: `Headline, as far as it is typed ${time}`}},
  }
  return post(lake, `/data/actions/${dataset}`, {actions: [action], transactionId: randomUUID()})
}
