/**
 * Asks the dataset for stories like the new ones, and decides which of them it knows already.
 */

import {repeatedTexts} from '../arrivals/revised.ts'
import type {Arrivals} from '../arrivals.ts'
import {type Decision, type FreshList, identify} from '../identity.ts'
import {recordId} from '../ids.ts'
import {allRecords, type Head, heads, recordsLike} from '../known.ts'
import type {Run} from '../run.ts'
import {bands} from './simhash.ts'

/** Up to so many new stories the lake searches; for more it is quicker to look through all records once. */
const searchedMax = 100

export async function decide(
  run: Run,
  {list: fresh}: Arrivals,
  gone: readonly Head[],
): Promise<Map<string, Decision>> {
  const known = run.opening.any && fresh.size() > 0 ? await knownNear(run, fresh) : []
  // A file that was missed in an earlier listing may have come back under another name.
  const missed = known.filter(
    ({_id, state, source}) =>
      state === 'vanished' && source === run.input.source && !run.memory.heads.wasSeen(_id),
  )
  const all = new Map([...gone, ...missed, ...leaving(run, fresh)].map((head) => [head._id, head]))
  return identify(fresh, {known, gone: [...all.values()]})
}

/** A text that has left its path is known to have moved also where not all files were looked at, unless a copy is there. */
function leaving(run: Run, fresh: FreshList): Head[] {
  const heads = fresh.replacing().flatMap(({replaces}) => replaces?.head ?? [])
  if (heads.length === 0) return []
  const repeated = repeatedTexts(run)
  return heads.filter(({state, textHash}) => state !== 'duplicate' && !repeated.has(textHash))
}

/** Records near the new stories, copies last; a copy speaks for its own file, and for others while its story is there. */
async function knownNear(run: Run, fresh: FreshList): Promise<Head[]> {
  const near = await recordsNear(run, fresh)
  const isCopy = ({state}: Head) => state === 'duplicate'
  const copies = near.filter(isCopy)
  if (copies.length === 0) return near
  const stories = await heads(
    run.target,
    copies.map(({article}) => recordId(article)),
  )
  const own = new Set(fresh.replacing().flatMap(({replaces}) => replaces?.head?._id ?? []))
  const speaks = ({_id, article}: Head) =>
    own.has(_id) || stories.get(recordId(article))?.state === 'current'
  return [...near.filter((head) => !isCopy(head)), ...copies.filter(speaks)]
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
