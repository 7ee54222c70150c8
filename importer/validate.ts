/**
 * Asks the Studio's own schema before anything is sent: what an editor could not save is set aside, with its line.
 */
import type {Diagnostic} from './diagnostics.ts'
import type {Article, Spans} from './documents.ts'
import type {Step} from './plan/arrival.ts'

/** What breaks a rule: the path in the document, as Studio writes it, and the rule's words. */
export type Violation = {path: readonly unknown[]; message: string}

/** Given by whoever knows the schema; answers nothing for a sound document. */
export type Validator = (document: Partial<Article>) => Promise<Violation[]>

export async function checked(validate: Validator | undefined, step: Step): Promise<Step> {
  if (!validate || !step.after || step.mutations.length === 0) return step
  const violations = await validate(step.after)
  if (violations.length === 0) return step
  return {
    ...step,
    notes: [...(step.notes ?? []), ...violations.map((one) => diagnostic(step, one))],
  }
}

function diagnostic({file, arrival}: Step, {path, message}: Violation): Diagnostic {
  const spans = JSON.parse(arrival?.built.record.spans ?? '{}') as Partial<Spans>
  const field = String(path[0] ?? 'document')
  return {
    code: 'schema-violated',
    level: 'error',
    message: `Unexpected ${field}: ${message}`,
    file,
    place: {line: lineOf(spans, path), column: 1},
  }
}

/** 0 where the text does not show the field. */
function lineOf(spans: Partial<Spans>, [field, item]: readonly unknown[]): number {
  const key = (item as {_key?: string} | undefined)?._key ?? ''
  if (field === 'body') return spans.body?.[key]?.[2] ?? 0
  if (field === 'relatedLinks') return spans.relatedLinks?.[key]?.[2] ?? 0
  return spans.fields?.[String(field)]?.[2] ?? 0
}
