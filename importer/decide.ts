/**
 * Asks the dataset for stories like the new ones, and decides which of them it knows already.
 */
import type {Arrivals} from './arrivals.ts'
import {type Decision, identify} from './identity.ts'
import {type Head, recordsLike} from './known.ts'
import type {Run} from './run.ts'
import {bands} from './simhash.ts'

const storiesEach = 500

export async function decide(
  run: Run,
  {fresh, replaced, seen}: Arrivals,
  gone: readonly Head[],
): Promise<Map<string, Decision>> {
  const known = new Map<string, Head>()
  for (let at = 0; run.opening.any && at < fresh.length; at += storiesEach) {
    const part = fresh.slice(at, at + storiesEach)
    const like = await recordsLike(run.target, {
      textHashes: part.map(({textHash}) => textHash),
      bands: part.flatMap(({simhash}) => (simhash === '' ? [] : bands(simhash))),
    })
    for (const record of like) known.set(record._id, record)
  }
  // A file that was missed in an earlier listing may have come back under another name.
  const missed = [...known.values()].filter(
    ({_id, state, source}) => state === 'vanished' && source === run.input.source && !seen.has(_id),
  )
  return identify(fresh, {
    known: [...known.values()],
    gone: [...gone, ...missed],
    replaced: run.input.complete ? replaced : [],
  })
}
