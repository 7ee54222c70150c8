/**
 * Asks the dataset for stories like the new ones, and decides which of them it knows already.
 */
import type {Arrivals} from './arrivals.ts'
import {type Decision, type FreshList, identify} from './identity.ts'
import {allRecords, type Head, recordsLike} from './known.ts'
import type {Run} from './run.ts'
import {bands} from './simhash.ts'

/** Up to so many new stories the lake searches; for more it is quicker to look through all records once. */
const searchedMax = 100

export async function decide(
  run: Run,
  {list: fresh}: Arrivals,
  gone: readonly Head[],
): Promise<Map<string, Decision>> {
  const known = run.opening.any && fresh.size() > 0 ? await recordsNear(run, fresh) : []
  // A file that was missed in an earlier listing may have come back under another name.
  const missed = known.filter(
    ({_id, state, source}) =>
      state === 'vanished' && source === run.input.source && !run.memory.heads.wasSeen(_id),
  )
  // A text that has left its path is known to have moved also where not all files were looked at.
  const left = fresh
    .replacing()
    .flatMap(({replaces}) => (replaces && replaces.head.state !== 'duplicate' ? replaces.head : []))
  const all = new Map([...gone, ...missed, ...left].map((head) => [head._id, head]))
  return identify(fresh, {known, gone: [...all.values()]})
}

/** Records with the same text as a new story, or with one that may be near. */
async function recordsNear({target}: Run, fresh: FreshList): Promise<Head[]> {
  const textHashes = new Set<string>()
  const wanted = new Set<string>()
  for (const {story} of fresh.all()) {
    textHashes.add(story.textHash)
    for (const band of bandsOf(story.simhash)) wanted.add(band)
  }
  if (fresh.size() <= searchedMax) {
    return recordsLike(target, {textHashes: [...textHashes], bands: [...wanted]})
  }
  const near: Head[] = []
  for await (const record of allRecords(target)) {
    const alike = bandsOf(record.simhash).some((band) => wanted.has(band))
    if (alike || textHashes.has(record.textHash)) near.push(record)
  }
  return near
}

function bandsOf(simhash: string | null | undefined): string[] {
  return simhash ? bands(simhash) : []
}
