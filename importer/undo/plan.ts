/**
 * A run's change of a story → the step that takes it back. What was edited since is left alone.
 */

import {stable} from '../build/content.ts'
import {baseOf, plainFields} from '../build/record.ts'
import {optional} from '../build.ts'
import type {Article, ImportRecord, Stored} from '../documents.ts'
import {runId} from '../ids.ts'
import type {Current, Variant} from '../known.ts'
import {guardedDelete, type Mutation} from '../mutations.ts'
import {emptyStep, type Step} from '../plan/arrival.ts'
import {changedBy} from '../plan/touched.ts'
import {type FieldUndo, fieldUndo, type Undo, undoText, valueHash} from '../plan/undo.ts'
import {weak} from '../references.ts'

type Change = ImportRecord['change']

/** What taking a story back comes to; `kept` says why it is left alone. */
export type UndoStep = {step: Step; deletes: boolean} | {kept: string; id: string; file: string}

/** ULIDs: `run` takes `undone` back. */
export type UndoRuns = {run: string; undone: string}

/** Undefined for a story that `undone` did not change, or that was taken back already. */
export function planUndo({record, variants}: Current, runs: UndoRuns): UndoStep | undefined {
  if (!record || record.change === 'undo') return undefined
  if (record.run._ref !== runId(runs.undone)) {
    return record.undo || record.change === 'create'
      ? kept(record, 'a later run, or an earlier one alone, changed it')
      : undefined
  }
  const plan: Partial<Record<Change, typeof deleted>> = {create: deleted}
  const how = plan[record.change] ?? (record.undo ? restored : undefined)
  return how?.(record, variants, runs)
}

function deleted(
  record: ImportRecord & Stored,
  variants: readonly Variant[],
  {run}: UndoRuns,
): UndoStep {
  const [only, ...others] = variants
  if (!only) return kept(record, 'an editor has removed it already')
  if (others.length > 0 || !asImported(record, only.document)) return kept(record, 'edited since')
  const step = undoStep(record, 'the run that created it is undone')
  return {
    deletes: true,
    step: {
      ...step,
      before: only.document,
      fields: ['title'],
      mutations: [
        ...guardedDelete(only.document._id, only.rev ?? ''),
        recordPatch(record, {state: 'undone', ...changedBy(record, run), change: 'undo'}, ['undo']),
      ],
    },
  }
}

function restored(
  record: ImportRecord & Stored,
  variants: readonly Variant[],
  {run, undone}: UndoRuns,
): UndoStep {
  const undo = JSON.parse(record.undo ?? '{"documents":{}}') as Undo
  const sections = (undo.sections ?? []).map((section) => ({createIfNotExists: section}))
  const mutations: Mutation[] = []
  const back: Undo['documents'] = {}
  const shown: Pick<Step, 'before' | 'after'>[] = []
  for (const [id, fields] of Object.entries(undo.documents)) {
    const variant = variants.find(({document}) => document._id === id)
    if (!isUntouched(fields, variant?.document)) return kept(record, 'edited since')
    const {undo: taken, before, after, ...change} = documentBack(id, fields, variant)
    mutations.push(...change.mutations)
    shown.push({before, after})
    if (taken) back[id] = taken
  }
  const conflicts = (record.conflicts ?? []).filter((one) => one.run !== undone)
  const set = {
    ...optional('base', undo.base),
    ...optional('state', undo.state),
    ...changedBy(record, run),
    change: 'undo' as const,
    ...optional('undo', undoText({...record, run: weak('')}, {documents: back}, run)),
    ...(conflicts.length > 0 ? {conflicts} : {}),
  }
  const fields = [...new Set(Object.values(undo.documents).flatMap((one) => Object.keys(one)))]
  const step = undoStep(record, 'the run that changed it is undone')
  return {
    deletes: false,
    step: {
      ...step,
      ...shown[0],
      fields,
      mutations: [
        ...sections,
        ...mutations,
        recordPatch(record, set, conflicts.length > 0 ? [] : ['conflicts']),
      ],
    },
  }
}

/** Whether a document still has the values that the run gave it; one that the run removed has to be gone. */
function isUntouched(fields: FieldUndo, document: Article | undefined): boolean {
  // An import takes a slug away with the whole document only.
  if (!document && fields.slug?.after !== valueHash(undefined)) return false
  return Object.entries(fields).every(
    ([name, {after}]) => valueHash(document?.[name as keyof Article]) === after,
  )
}

/** The mutations that give a document its former values, and how that is taken back in turn. */
function documentBack(
  id: string,
  fields: FieldUndo,
  variant: Variant | undefined,
): Pick<Step, 'mutations' | 'before' | 'after'> & {undo?: FieldUndo} {
  const set = Object.fromEntries(
    Object.entries(fields).flatMap(([name, {before}]) =>
      before === undefined ? [] : [[name, before]],
    ),
  )
  const after = {...variant?.document, ...set}
  if (!variant) return {mutations: [{create: {_id: id, _type: 'article', ...set}}], after}
  const {document, rev} = variant
  if (isWhole(fields, document)) {
    return {mutations: guardedDelete(id, rev ?? ''), before: document}
  }
  const unset = Object.keys(fields).filter((name) => !(name in set)) as 'dek'[]
  for (const name of unset) delete after[name]
  return {
    mutations: [{patch: {id, ifRevisionID: rev, set, unset}}],
    undo: fieldUndo(document, set, unset),
    before: document,
    after,
  }
}

/** Whether the run made the whole document: every field is its own. */
function isWhole(fields: FieldUndo, document: Article): boolean {
  const names = Object.keys(document).filter((name) => !name.startsWith('_'))
  return names.every((name) => fields[name] !== undefined && !('before' in fields[name]))
}

/** Whether a story still says what its import wrote. */
function asImported({base}: ImportRecord, document: Article): boolean {
  const written = new Set<string>(['_id', '_type', 'slug', 'body', 'relatedLinks', ...plainFields])
  if (!Object.keys(document).every((name) => written.has(name))) return false
  return base !== undefined && stable(JSON.parse(base)) === stable(baseOf(document))
}

function recordPatch(
  {_id, _rev}: ImportRecord & Stored,
  set: Partial<ImportRecord>,
  unset: string[],
): Mutation {
  return {patch: {id: _id, ifRevisionID: _rev, set, unset}}
}

function kept({file, article}: ImportRecord, reason: string): UndoStep {
  return {kept: reason, id: article._ref, file}
}

function undoStep({_id, file, article}: ImportRecord, because: string): Step {
  const id = article._ref
  return emptyStep({kind: 'undo', outcome: 'update', file, id, record: _id, because})
}
