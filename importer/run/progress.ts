/**
 * What has become of each file: events, and the counts of the summary.
 */
import {type Diagnostic, ofFile} from '../diagnostics.ts'
import type {MissedFolder} from '../files.ts'
import type {Head} from '../known.ts'
import type {Arrival, Step} from '../plan/arrival.ts'
import type {Run} from '../run.ts'
import {counters, type FileEvent, type Summary} from '../summary.ts'

export function tell(run: Run, event: FileEvent): void {
  const {outcome} = event
  const counter = counters[outcome] as keyof Pick<Summary, 'created'>
  run.summary[counter] += 1
  if (outcome === 'unchanged' && event.duplicateOf !== undefined) run.summary.duplicates += 1
  run.emit(event)
}

export function tellQuarantined(
  run: Run,
  {file, diagnostics, id}: {file: string; diagnostics: readonly Diagnostic[]; id?: string},
): void {
  const event: FileEvent = {
    event: 'file',
    file,
    outcome: 'quarantined',
    fields: [],
    draft: false,
    diagnostics,
  }
  tell(run, id === undefined ? event : {...event, id})
}

/** A folder could not be listed. */
export function tellMissed(run: Run, {path, code}: MissedFolder): void {
  const message = `Unexpected ${code}, expected a folder that can be read; its files are left out, and none of the source is taken for gone`
  const problem = ofFile(path, {code: 'folder-unreadable', level: 'error', message})
  tellQuarantined(run, {file: path, diagnostics: [problem]})
}

export function tellUnchanged(run: Run, file: string, head: Head): void {
  tell(run, {
    event: 'file',
    file,
    id: head.article,
    outcome: 'unchanged',
    fields: [],
    draft: false,
    ...(head.state === 'duplicate' ? {duplicateOf: head.article} : {}),
    diagnostics: [],
  })
}

/** A story that is left alone when its run is taken back. */
export function tellKept(
  run: Run,
  {kept, id, file}: {kept: string; id: string; file: string},
): void {
  const message = `Left as it is: ${kept}`
  tell(run, {
    event: 'file',
    file,
    id,
    outcome: 'unchanged',
    fields: [],
    draft: false,
    diagnostics: [ofFile(file, {code: 'story-kept', level: 'warning', message})],
  })
}

/** A story is taken back, or would be where nothing is written. */
export function tellUndone(run: Run, {file, id, fields, because}: Step): void {
  const undone = ofFile(file, {code: 'story-undone', level: 'info', message: because})
  tell(run, {
    event: 'file',
    file,
    id,
    outcome: 'update',
    fields,
    draft: false,
    diagnostics: run.options.dryRun ? [] : [undone],
  })
}

/** A story's step is done, or planned where nothing is written. */
export function tellStep(run: Run, step: Step, arrival: Arrival): void {
  const {outcome, id, file, fields, draft} = step
  if (arrival.movedFrom !== undefined) run.summary.moved += 1
  run.summary.links.resolved += step.links.resolved
  run.summary.links.unresolved += step.links.unresolved.length
  tell(run, {
    event: 'file',
    file,
    id: arrival.duplicateOf?.article ?? id,
    outcome,
    fields,
    draft,
    ...(arrival.movedFrom === undefined ? {} : {movedFrom: arrival.movedFrom}),
    ...(arrival.duplicateOf ? {duplicateOf: arrival.duplicateOf.article} : {}),
    diagnostics: [...arrival.built.diagnostics, ...(arrival.notes ?? []), ...(step.notes ?? [])],
    ...(run.options.dryRun && step.after ? {document: step.after} : {}),
  })
}
