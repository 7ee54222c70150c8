/**
 * Conflicts as entries of the record, where they wait for an editor.
 */
import type {PlainField} from '../build/record.ts'
import {plainFields} from '../build/record.ts'
import type {ImportConflict} from '../documents.ts'
import {fingerprint} from '../ids.ts'
import type {MergeConflict} from '../merge.ts'

const keyDigits = 12

/**
 * The entries that wait after a merge: the older ones, but those that a new one replaces or on whose field source and
 * story now agree, and the new ones.
 */
export function conflictEntries(
  waiting: readonly ImportConflict[],
  found: readonly (MergeConflict & {document: string})[],
  {run, agreed}: {run: string; agreed: readonly PlainField[]},
): ImportConflict[] {
  const entries = found.map((conflict) => entry(conflict, run))
  const places = new Set(entries.map(place))
  const settled = new Set<string>(agreed)
  return [
    ...waiting.filter((old) => !places.has(place(old)) && !settled.has(old.field)),
    ...entries,
  ]
}

function entry(conflict: MergeConflict & {document: string}, run: string): ImportConflict {
  const {field, document, source, story, sourceValue, storyValue, after} = conflict
  return {
    _type: 'importConflict',
    _key: fingerprint(JSON.stringify([document, field, sourceValue, storyValue]), keyDigits),
    field,
    document,
    source,
    story,
    sourceValue: JSON.stringify(sourceValue),
    storyValue: JSON.stringify(storyValue),
    ...(after === undefined ? {} : {after}),
    run,
  }
}

/** A field has one conflict in a document; the body and the links have one for each of the story's passages. */
function place({document, field, storyValue, after}: ImportConflict): string {
  const plain = (plainFields as readonly string[]).includes(field)
  return plain ? `${document} ${field}` : `${document} ${field} ${after ?? ''} ${storyValue}`
}
