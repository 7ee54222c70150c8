/**
 * Stories whose files are gone: flagged, and with `--prune` unpublished. Judged only after a complete listing that held
 * any file at all.
 */

import {draftId} from './ids.ts'
import type {Current, Head} from './known.ts'
import {guardedDelete, type Mutation} from './mutations.ts'
import {emptyStep, type Step} from './plan/arrival.ts'
import {changedBy, runsWith} from './plan/touched.ts'
import {createdUndo, removedUndo, type Undo, undoText} from './plan/undo.ts'
import type {Run} from './run.ts'

/** The records of the source whose files a complete listing no longer held. */
export function goneRecords({input, summary, options, heads, memory}: Run): Head[] {
  const judged = input.complete && summary.files > 0 && !options.signal?.aborted
  return judged && heads.all ? [...memory.heads.unseen()] : []
}

/** Flags the record; with `prune` the published story becomes a draft. Undefined where an editor was quicker. */
export function planVanished(
  {article, file}: Head,
  {record, variants}: Current,
  {run, prune}: {run: string; prune: boolean},
): Step | undefined {
  if (record?.state !== 'current') return undefined
  const {mutations, undo} = prune ? unpublished(article, variants) : {mutations: [], undo: {}}
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
