/**
 * Known paths with another text → which of them bring a new version of their story, and which say something else now,
 * so that the story goes where its text went.
 */
import {sawAll} from '../files.ts'
import {isAnother} from '../identity/another.ts'
import {recordId, successorId} from '../ids.ts'
import type {ArrivedList, Change} from '../journal/arrived.ts'
import {basesOf, heads, recordsLike} from '../known.ts'
import type {Run} from '../run.ts'
import type {Arrivals} from './takeIn.ts'

const textsEach = 500

/** Judges the list's changes anew: now all files were seen. */
export async function settleChanges(run: Run, arrivals: Arrivals): Promise<void> {
  const {list} = arrivals
  const repeated = repeatedTexts(run)
  const isHandedOn = ({handedOn, former}: Change) => handedOn || repeated.has(former)
  const open: Change[] = []
  for (const change of list.changes()) {
    if (change.kind === 'replaced' || change.exchanged || isHandedOn(change)) open.push(change)
  }
  if (open.length === 0) return
  const handedOn = open.filter((change) => !change.exchanged && isHandedOn(change))
  const known = await knownTexts(run, handedOn)
  const left = leftTexts(run)
  const unsure: Change[] = []
  for (const change of open) {
    const {kind, exchanged, story} = change
    // Who copies a story and goes on writing brings a text that nobody knows; who brings a known one has changed names.
    const hasGone = exchanged || (isHandedOn(change) && known.has(story.textHash))
    if (hasGone) becomesAnother(change, run, arrivals)
    else if (kind === 'replaced' && !left.has(story.textHash)) unsure.push(change)
  }
  await keepVersions(unsure, run, arrivals)
  await freeIds(run, list)
}

/** A new story's id must not be that of a record which stands for another text, or another path, by now. */
async function freeIds({target}: Run, list: ArrivedList): Promise<void> {
  let stories = list.replacing().filter(({replaces}) => replaces?.head?.state !== 'duplicate')
  while (stories.length > 0) {
    const ids = stories.flatMap(({replaces}) => (replaces ? recordId(replaces.successor) : []))
    const records = await heads(target, ids)
    stories = stories.flatMap((story) => {
      const {replaces, file, textHash} = story
      const record = replaces && records.get(recordId(replaces.successor))
      if (!record || (record.file === file && record.textHash === textHash)) return []
      const successor = successorId(record.source, file, replaces.successor)
      const renamed = {...story, replaces: {...replaces, successor}}
      list.put(renamed)
      return [renamed]
    })
  }
}

function becomesAnother({kind, story}: Change, {memory}: Run, {list}: Arrivals): void {
  const {head} = story.replaces ?? {}
  if (kind === 'replaced' || !head) return
  memory.heads.unsee(head._id)
  list.is(story.article, 'replaced')
}

/** Of those whose texts are far apart: one headline or one paragraph makes it a new version. */
async function keepVersions(changes: readonly Change[], run: Run, arrivals: Arrivals) {
  const ids = changes.flatMap(({story}) => story.replaces?.head?._id ?? [])
  const bases = await basesOf(run.target, ids)
  for (const {story} of changes) {
    const {head, blocks = []} = story.replaces ?? {}
    if (!head || isAnother({...head, blocks: bases.get(head._id)?.body ?? []}, {...story, blocks}))
      continue
    run.memory.heads.see(head._id)
    arrivals.list.is(story.article, 'revised')
    arrivals.changed += 1
  }
}

/** Those of the new texts that some record has: of a story, or of a file that repeats or repeated one. */
async function knownTexts({target}: Run, changes: readonly Change[]): Promise<Set<string>> {
  const wanted = changes.map(({story}) => story.textHash)
  const known = new Set<string>()
  for (let at = 0; at < wanted.length; at += textsEach) {
    const textHashes = wanted.slice(at, at + textsEach)
    for (const {textHash} of await recordsLike(target, {textHashes, bands: []})) known.add(textHash)
  }
  return known
}

/** Texts whose paths no longer deliver them, as far as a complete listing tells. */
function leftTexts({input, heads, memory}: Run): Set<string> {
  if (!sawAll(input) || !heads.all) return new Set()
  return new Set([...memory.heads.unseen('current')].map(({textHash}) => textHash))
}

/** Texts of files that only repeat another one's story, as far as is known: where not all were looked at, they are there. */
export function repeatedTexts({input, memory}: Run): Set<string> {
  return new Set(memory.heads.copies(sawAll(input) ? 'seen' : 'all').map(({textHash}) => textHash))
}
