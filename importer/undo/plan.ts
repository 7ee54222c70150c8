/**
 * A run's change of a story → the step that takes it back. What was edited since is left alone.
 */

import {stable} from '../build/content.ts'
import {baseOf, plainFields} from '../build/record.ts'
import type {Article, ImportRecord, Stored} from '../documents.ts'
import {runId} from '../ids.ts'
import type {Current, Variant} from '../known.ts'
import {guardedDelete, type Mutation} from '../mutations.ts'
import {emptyStep, type Step} from '../plan/arrival.ts'
import {fieldUndo, type Undo, undoText, valueHash} from '../plan/undo.ts'
import {weak} from '../references.ts'

type Change = ImportRecord['change']

/** What taking a story back comes to; `kept` says why it is left alone. */
export type UndoStep = {step: Step; deletes: boolean} | {kept: string; id: string; file: string}

/** `run`: the ULID of the run that does it. Undefined for a story whose content the run did not change. */
export function planUndo({record, variants}: Current, run: string): UndoStep | undefined {
  if (!record) return undefined
  const plan: Partial<Record<Change, typeof deleted>> = {create: deleted}
  const how = plan[record.change] ?? (record.undo ? restored : undefined)
  return how?.(record, variants, run)
}

function deleted(
  record: ImportRecord & Stored,
  variants: readonly Variant[],
  run: string,
): UndoStep {
  const [only, ...others] = variants
  if (!only) return kept(record, 'an editor has removed it already')
  if (others.length > 0 || !asImported(record, only.document)) return kept(record, 'edited since')
  const step = undoStep(record, 'the run that created it is undone')
  return {
    deletes: true,
    step: {
      ...step,
      mutations: [
        ...guardedDelete(only.document._id, only.rev ?? ''),
        recordPatch(record, {state: 'undone', run: weak(runId(run)), change: 'undo'}, ['undo']),
      ],
    },
  }
}

function restored(
  record: ImportRecord & Stored,
  variants: readonly Variant[],
  run: string,
): UndoStep {
  const undo = JSON.parse(record.undo ?? '{"documents":{}}') as Undo
  const mutations: Mutation[] = []
  const back: Undo['documents'] = {}
  for (const [id, fields] of Object.entries(undo.documents)) {
    const variant = variants.find(({document}) => document._id === id)
    const untouched = Object.entries(fields).every(
      ([name, {after}]) => variant && valueHash(variant.document[name as keyof Article]) === after,
    )
    if (!variant || !untouched) return kept(record, 'edited since')
    const set = Object.fromEntries(
      Object.entries(fields).flatMap(([name, {before}]) =>
        before === undefined ? [] : [[name, before]],
      ),
    )
    const unset = Object.keys(fields).filter((name) => !(name in set)) as 'dek'[]
    back[id] = fieldUndo(variant.document, set, unset)
    mutations.push({patch: {id, ifRevisionID: variant.rev, set, unset}})
  }
  const set = {
    ...(undo.base === undefined ? {} : {base: undo.base}),
    run: weak(runId(run)),
    change: 'undo' as const,
    undo: undoText({...record, run: weak('')}, back, run),
  }
  const fields = [...new Set(Object.values(undo.documents).flatMap((one) => Object.keys(one)))]
  const step = undoStep(record, 'the run that changed it is undone')
  return {
    deletes: false,
    step: {...step, fields, mutations: [...mutations, recordPatch(record, set, ['conflicts'])]},
  }
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
