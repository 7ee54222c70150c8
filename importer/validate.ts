/**
 * Asks the Studio's own schema before anything is sent: what an editor could not save is set aside, with its line.
 */
import type {Diagnostic} from './diagnostics.ts'
import type {Article, Spans} from './documents.ts'
import {spansOf} from './pack/parcel.ts'
import type {Step} from './plan/arrival.ts'

/** What breaks a rule: the path in the document, as Studio writes it, and the rule's words. */
export type Violation = {path: readonly unknown[]; message: string}

/** Given by whoever knows the schema; answers nothing for a sound document. */
export type Validator = (document: Partial<Article>) => Promise<Violation[]>

/** What stood in the story before, whoever wrote it, is not judged: only what the step writes. */
export async function checked(validate: Validator | undefined, step: Step): Promise<Step> {
  // It was found sound when it was read.
  if (step.arrival?.rest) return step
  const isNew = step.outcome === 'create'
  const written = new Set<unknown>(step.fields)
  if (!validate || !step.after || (!isNew && written.size === 0)) return step
  const found = await validate(step.after)
  const violations = found.filter(({path}) => isNew || written.has(path[0]))
  if (violations.length === 0) return step
  return {
    ...step,
    notes: [...(step.notes ?? []), ...violations.map((one) => diagnostic(step, one))],
  }
}

function diagnostic({file, arrival}: Step, {path, message}: Violation): Diagnostic {
  const spans = arrival ? spansOf(arrival) : {}
  const field = String(path[0] ?? 'document')
  return {
    code: 'schema-violated',
    level: 'error',
    message: `Unexpected ${field}: ${message}`,
    file,
    place: placeOf(spans, path),
  }
}

function placeOf(spans: Partial<Spans>, path: readonly unknown[]): Diagnostic['place'] {
  const line = lineOf(spans, path)
  return {line, column: line === 0 ? 0 : 1}
}

/** 0 where the text does not show the field. */
function lineOf(spans: Partial<Spans>, [field, item]: readonly unknown[]): number {
  const key = (item as {_key?: string} | undefined)?._key ?? ''
  if (field === 'body') return spans.body?.[key]?.[2] ?? 0
  if (field === 'relatedLinks') return spans.relatedLinks?.[key]?.[2] ?? 0
  // The slug is made of the title.
  return spans.fields?.[field === 'slug' ? 'title' : String(field)]?.[2] ?? 0
}
