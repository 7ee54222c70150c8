/**
 * A run's change of a story → the step that takes it back. What was edited since is left alone.
 */

import {stable} from '../build/content.ts'
import {baseOf, plainFields} from '../build/record.ts'
import type {Article, ImportRecord, Stored} from '../documents.ts'
import {runId, ulidOfRun} from '../ids.ts'
import type {Current, Variant} from '../known.ts'
import {guardedDelete, type Mutation} from '../mutations.ts'
import {optional} from '../optional.ts'
import {emptyStep, type Step} from '../plan/arrival.ts'
import {changedBy, runsWith} from '../plan/touched.ts'
import {weak} from '../references.ts'
import {type FieldUndo, type FormerChange, type Undo, valueHash} from './kept.ts'

type Change = ImportRecord['change']

/** What taking a story back comes to; `kept` says why it is left alone. */
export type UndoStep = {step: Step; deletes: boolean} | {kept: string; id: string; file: string}

/** ULIDs: `run` takes `undone` back. */
export type UndoRuns = {run: string; undone: string}

/** Undefined for a story in which `undone` left nothing to take back, or that `run` has taken back already. */
export function planUndo({record, variants}: Current, runs: UndoRuns): UndoStep | undefined {
  if (!record || record.state === 'undone') return undefined
  if (record.run._ref !== runId(runs.undone)) return notItsOwn(record, runs)
  const plan: Partial<Record<Change, typeof deleted>> = {create: deleted}
  const how = plan[record.change] ?? (record.undo ? restored : undefined)
  return how?.(record, variants, runs)
}

/** Of a story that another run has changed last. */
function notItsOwn(record: ImportRecord, {run, undone}: UndoRuns): UndoStep | undefined {
  const last = ulidOfRun(record.run._ref)
  if (last === run) return undefined
  if (record.change === 'undo') {
    return kept(record, `run ${last} has taken a later change back and knows of none before it`)
  }
  if (!record.undo && record.change !== 'create') return undefined
  // ULIDs are in order of time.
  return kept(
    record,
    last > undone
      ? `run ${last} changed it since: undo that one first`
      : `run ${undone} changed nothing in it, the last to do so was run ${last}`,
  )
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
  const shown: Pick<Step, 'before' | 'after'>[] = []
  for (const [id, fields] of Object.entries(undo.documents)) {
    const variant = variants.find(({document}) => document._id === id)
    if (!isUntouched(fields, variant?.document)) return kept(record, 'edited since')
    const {before, after, ...change} = documentBack(id, fields, variant)
    mutations.push(...change.mutations)
    shown.push({before, after})
  }
  const conflicts = (record.conflicts ?? []).filter((one) => one.run !== undone)
  const set = {
    ...optional('base', undo.base),
    ...optional('state', undo.state),
    ...formerMarks(record, undo.former, {run, undone}),
    ...(conflicts.length > 0 ? {conflicts} : {}),
  }
  const unset = [...(conflicts.length > 0 ? [] : ['conflicts']), ...('undo' in set ? [] : ['undo'])]
  const fields = [...new Set(Object.values(undo.documents).flatMap((one) => Object.keys(one)))]
  const step = undoStep(record, 'the run that changed it is undone')
  return {
    deletes: false,
    step: {
      ...step,
      ...shown[0],
      fields,
      mutations: [...sections, ...mutations, recordPatch(record, set, unset)],
    },
  }
}

/** The record is the former run's again, which can be taken back next. */
function formerMarks(
  record: ImportRecord,
  former: FormerChange | undefined,
  {run, undone}: UndoRuns,
): Pick<ImportRecord, 'run' | 'runs' | 'change' | 'undo'> {
  if (!former) return {...changedBy(record, run), change: 'undo'}
  const others = (record.runs ?? []).filter(({_ref}) => _ref !== runId(undone))
  const undo = former.undo && JSON.stringify(former.undo)
  return {
    run: weak(former.run),
    change: former.change,
    runs: runsWith({runs: others}, run),
    ...optional('undo', undo),
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

/** The mutations that give a document its former values. */
function documentBack(
  id: string,
  fields: FieldUndo,
  variant: Variant | undefined,
): Pick<Step, 'mutations' | 'before' | 'after'> {
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
