/**
 * The record's part of a step: created, or patched where something in it changed.
 */

import {stable} from '../build/content.ts'
import type {RecordContent} from '../build.ts'
import type {
  ArticleContent,
  Base,
  ImportConflict,
  ImportRecord,
  RecordState,
  Stored,
} from '../documents.ts'
import {recordId, runId} from '../ids.ts'
import type {Current} from '../known.ts'
import type {Mutation} from '../mutations.ts'
import {optional} from '../optional.ts'
import {weak} from '../references.ts'
import {type Undo, undoText} from '../undo/kept.ts'
import type {Arrival} from './arrival.ts'
import {changedBy, runsWith} from './touched.ts'

export type RecordChange = {
  run: string
  change: ImportRecord['change']
  state?: RecordState
  /** What the source says, with its links resolved: the next merge's base. Absent: the base stays. */
  content?: ArticleContent
  undo?: Undo['documents']
  conflicts?: ImportConflict[]
}

export function recordMutation(
  arrival: Arrival,
  {record}: Current,
  change: RecordChange,
): Mutation[] {
  const next = nextRecord(arrival, record, change)
  const paths = arrival.pathMutations ?? []
  if (!record) return [{create: next, ...optional('rest', arrival.rest?.record)}, ...paths]
  const patch = recordPatch(record, next)
  return patch ? [patch, ...paths] : paths
}

/** The fields that a record may lose; any other that it has besides is not the importer's. */
const optionalFields: readonly (keyof ImportRecord)[] = [
  'layout',
  'stories',
  'text',
  'simhash',
  'bands',
  'spans',
  'sectionConfidence',
  'sectionOrigin',
  'diagnostics',
  'conflicts',
  'undo',
]

/** A patch of what differs; undefined where nothing does but the run's own marks. */
export function recordPatch(
  record: ImportRecord & Stored,
  next: ImportRecord,
): Mutation | undefined {
  const names = Object.keys(next) as (keyof ImportRecord)[]
  const changed = names.filter(
    (name) => !name.startsWith('_') && stable(next[name]) !== stable(record[name] ?? null),
  )
  const set = Object.fromEntries(changed.map((name) => [name, next[name]]))
  const unset = optionalFields.filter((name) => name in record && !(name in next))
  const ofRuns = new Set<string>(['run', 'runs', 'change', 'undo'])
  if ([...Object.keys(set), ...unset].every((name) => ofRuns.has(name))) return undefined
  return {
    patch: {
      id: record._id,
      ifRevisionID: record._rev,
      ...(Object.keys(set).length > 0 ? {set} : {}),
      ...(unset.length > 0 ? {unset} : {}),
    },
  }
}

function nextRecord(
  {built, article, slot, leads}: Arrival,
  record: ImportRecord | undefined,
  {run, change, state, content, undo, conflicts}: RecordChange,
): ImportRecord {
  return {
    _id: recordId(slot ?? article),
    _type: 'importRecord',
    article: weak(article),
    state: state ?? 'current',
    ...(state === 'duplicate' ? withoutText(built.record) : built.record),
    ...(content
      ? {base: JSON.stringify(withStories(built.base, content))}
      : record?.base !== undefined && {base: record.base}),
    ...(conflicts
      ? conflicts.length > 0 && {conflicts}
      : record?.conflicts && {conflicts: record.conflicts}),
    ...(leads
      ? {delivers: weak(recordId(leads))}
      : record?.delivers && {delivers: record.delivers}),
    ...marks(record, {run, change, undo}),
  }
}

/** A run that leaves the story's words alone leaves the marks of the one that changed them. */
function marks(
  record: ImportRecord | undefined,
  {run, change, undo}: RecordChange,
): Pick<ImportRecord, 'run' | 'runs' | 'change' | 'undo'> {
  if (record && change === 'note') {
    return {
      run: record.run,
      change: record.change,
      runs: runsWith(record, run),
      ...optional('undo', record.undo),
    }
  }
  const created = record?.run?._ref === runId(run) && record.change === 'create'
  return {
    ...changedBy(record, run),
    change: created ? 'create' : change,
    ...optional(
      'undo',
      undoText(record, {documents: undo ?? {}, always: change === 'conflict'}, run),
    ),
  }
}

/** The base with the stories that the links were resolved to. */
function withStories(base: Base, {relatedLinks = []}: ArticleContent): Base {
  const links = base.links.map(({hash}, at) => {
    const story = relatedLinks[at]?.article?._ref
    return story === undefined ? {hash} : {hash, article: story}
  })
  return {...base, links}
}

/** The text is kept once, with the story itself. */
function withoutText({
  text,
  spans,
  simhash,
  bands,
  diagnostics,
  ...rest
}: RecordContent): RecordContent {
  return rest
}
