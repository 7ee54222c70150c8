/**
 * How a run's change of a story is taken back: the former values, and hashes of the new ones to tell later edits.
 */
import {stable} from '../build/content.ts'
import type {Article, ArticleContent, ImportRecord, RecordState, Section} from '../documents.ts'
import {fingerprint, runId} from '../ids.ts'

const hashDigits = 12

/** By field: the value before (absent where there was none) and the hash of the value that the run gave it. */
export type FieldUndo = Record<string, {before?: unknown; after: string}>

/** What a run changed in a story that was there before. A story that the run created needs none. */
export type Undo = {
  /** By document id. */
  documents: Record<string, FieldUndo>
  /** The merge's base before the run, as it stood in the record. */
  base?: string
  /** The record's state before the run, where the run changed it. */
  state?: RecordState
  /** Sections that went with the run; they have to be there before anything refers to them again. */
  sections?: Section[]
  /** The change before this one, which can be taken back next. */
  former?: FormerChange
}

/** `run`: id of the run's document. `undo` is absent where the run created the story. */
export type FormerChange = {run: string; change: ImportRecord['change']; undo?: Undo}

/** Each holds the values of a whole story at worst; what lies further back can no longer be taken back. */
const formerChangesMax = 4

type Circumstances = Pick<Undo, 'state' | 'sections'> & {
  /** The run changed what the record keeps, if no document. */
  always?: boolean
}

export function valueHash(value: unknown): string {
  return fingerprint(stable(value ?? null), hashDigits)
}

/** Of a document that the run made beside the others, a draft: all its fields, none of which was there before. */
export function createdUndo(
  document: Partial<Article>,
  unset: readonly (keyof ArticleContent)[],
): FieldUndo {
  const fields = Object.entries(document).filter(
    ([name]) => !name.startsWith('_') && !(unset as readonly string[]).includes(name),
  )
  return Object.fromEntries(fields.map(([name, value]) => [name, {after: valueHash(value)}]))
}

/** Of a document that the run removed. */
export function removedUndo(document: Partial<Article>): FieldUndo {
  const fields = Object.entries(document).filter(([name]) => !name.startsWith('_'))
  return Object.fromEntries(
    fields.map(([name, before]) => [name, {before, after: valueHash(undefined)}]),
  )
}

export function fieldUndo(
  before: Partial<Article>,
  set: Partial<ArticleContent>,
  unset: readonly (keyof ArticleContent)[],
): FieldUndo {
  const undo: FieldUndo = {}
  for (const name of [...(Object.keys(set) as (keyof ArticleContent)[]), ...unset]) {
    const was = before[name]
    undo[name] = {...(was === undefined ? {} : {before: was}), after: valueHash(set[name])}
  }
  return undo
}

/**
 * The record's `undo` after a further change: two changes of one run count as one, with the first one's former values
 * and the last one's hashes. Undefined where nothing was changed.
 */
export function undoText(
  record: Pick<ImportRecord, 'run' | 'undo' | 'base' | 'change'> | undefined,
  {documents, always, ...changed}: Pick<Undo, 'documents'> & Circumstances,
  run: string,
): string | undefined {
  const sameRun = record?.undo !== undefined && record.run._ref === runId(run)
  const earlier = sameRun ? (JSON.parse(record.undo as string) as Undo) : undefined
  if (!earlier && !always && Object.keys(documents).length === 0) return undefined
  const base = earlier ? earlier.base : record?.base
  const former = earlier ? earlier.former : record && formerOf(record)
  const undo: Undo = {
    ...earlier,
    ...changed,
    documents: joined(earlier?.documents ?? {}, documents),
    ...(base === undefined ? {} : {base}),
    ...(former === undefined ? {} : {former}),
  }
  return JSON.stringify(undo)
}

function formerOf({
  run,
  change,
  undo,
}: Pick<ImportRecord, 'run' | 'undo' | 'change'>): FormerChange | undefined {
  // Nothing is known of what was before.
  if (!run || change === 'undo') return undefined
  const former = {run: run._ref, change}
  return undo === undefined
    ? former
    : {...former, undo: shortened(JSON.parse(undo) as Undo, formerChangesMax - 1)}
}

function shortened({former, ...undo}: Undo, changesMax: number): Undo {
  if (!former || changesMax === 0) return undo
  const further = former.undo && shortened(former.undo, changesMax - 1)
  return {...undo, former: {...former, ...(further && {undo: further})}}
}

function joined(first: Undo['documents'], last: Undo['documents']): Undo['documents'] {
  const both = {...first}
  for (const [id, fields] of Object.entries(last)) {
    const former = both[id] ?? {}
    both[id] = {...former}
    for (const [name, change] of Object.entries(fields)) {
      const earlier = former[name]
      both[id][name] = earlier ? {...earlier, after: change.after} : change
    }
  }
  return both
}
