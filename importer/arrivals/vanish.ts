/**
 * Stories whose files are gone: flagged, and with `--prune` unpublished. Judged only after a complete listing that held
 * any file at all.
 */

import {sawAll} from '../files.ts'
import {draftId} from '../ids.ts'
import type {RememberedHeads} from '../journal/heads.ts'
import {type Current, existing, type Head} from '../known.ts'
import {guardedDelete, type Mutation} from '../mutations.ts'
import {emptyStep, type Step} from '../plan/arrival.ts'
import {changedBy, runsWith} from '../plan/touched.ts'
import type {Run} from '../run.ts'
import {createdUndo, removedUndo, type Undo, undoText} from '../undo/kept.ts'

const storiesEach = 1000

/**
 * The records of the source whose texts a complete listing no longer held; with `--prune` those among them that earlier
 * runs have flagged and left published.
 */
export async function goneRecords(run: Run): Promise<Head[]> {
  const {input, summary, options, heads, memory} = run
  const judged = sawAll(input) && summary.files > 0 && !options.signal?.aborted
  if (!judged || !heads.all) return []
  const repeated = new Set(memory.heads.copies('seen').map(({article}) => article))
  const gone = [...memory.heads.unseen('current')].filter(({article}) => !repeated.has(article))
  return options.prune ? [...gone, ...(await published(run, memory.heads))] : gone
}

async function published({target}: Run, heads: RememberedHeads): Promise<Head[]> {
  const flagged = [...heads.unseen('vanished')]
  const found: Head[] = []
  for (let at = 0; at < flagged.length; at += storiesEach) {
    const part = flagged.slice(at, at + storiesEach)
    const ids = new Set(
      await existing(
        target,
        part.map(({article}) => article),
      ),
    )
    found.push(...part.filter(({article}) => ids.has(article)))
  }
  return found
}

/** Flags the record; with `prune` the published story becomes a draft. Undefined where an editor was quicker. */
export function planVanished(
  {article, file}: Head,
  {record, variants}: Current,
  {run, prune}: {run: string; prune: boolean},
): Step | undefined {
  const flagged = record?.state === 'vanished'
  if (!record || (record.state !== 'current' && !flagged)) return undefined
  const {mutations, undo} = prune ? unpublished(article, variants) : {mutations: [], undo: {}}
  if (flagged && mutations.length === 0) return undefined
  // The flag alone is no change of the story: it leaves the former run its own.
  const marks =
    mutations.length === 0
      ? {runs: runsWith(record, run)}
      : {
          ...changedBy(record, run),
          change: 'note' as const,
          undo: undoText(record, {documents: undo, state: record.state}, run),
        }
  const set = {state: 'vanished', ...marks}
  const because = 'its file is no longer in the folder'
  const ids = {id: article, record: record._id}
  return {
    ...emptyStep({kind: 'vanish', outcome: 'update', file, because, ...ids}),
    mutations: [...mutations, {patch: {id: record._id, ifRevisionID: record._rev, set}}],
  }
}

function unpublished(
  article: string,
  variants: Current['variants'],
): {mutations: Mutation[]; undo: Undo['documents']} {
  const published = variants.find(({document}) => document._id === article)
  if (!published?.rev) return {mutations: [], undo: {}}
  const removed = {[article]: removedUndo(published.document)}
  const gone = guardedDelete(article, published.rev)
  if (variants.some(({document}) => document._id === draftId(article))) {
    return {mutations: gone, undo: removed}
  }
  const draft = {...published.document, _id: draftId(article)}
  return {
    mutations: [{create: draft}, ...gone],
    undo: {...removed, [draft._id]: createdUndo(draft, [])},
  }
}
