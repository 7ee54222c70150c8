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
  {fresh, replaced}: Arrivals,
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
  return identify(fresh, {
    known: [...known.values()],
    gone,
    replaced: run.input.complete ? replaced : [],
  })
}
