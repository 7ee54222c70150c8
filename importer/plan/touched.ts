/**
 * Which runs have touched a story, as its record tells.
 */
import type {ImportRecord, Reference} from '../documents.ts'
import {fingerprint, runId} from '../ids.ts'
import {weak} from '../references.ts'

const runsMax = 20
const keyDigits = 12

/** The record's list of runs with one more, by its ULID; the oldest fall off. */
export function runsWith(
  record: Pick<ImportRecord, 'runs'> | undefined,
  ulid: string,
): (Reference & {_key: string})[] {
  const id = runId(ulid)
  const others = (record?.runs ?? []).filter(({_ref}) => _ref !== id)
  return [...others, {...weak(id), _key: fingerprint(id, keyDigits)}].slice(-runsMax)
}

/** The marks of a run that changed what the story says: it is the one to take back first. */
export function changedBy(
  record: Pick<ImportRecord, 'runs'> | undefined,
  ulid: string,
): Pick<ImportRecord, 'run' | 'runs'> {
  return {run: weak(runId(ulid)), runs: runsWith(record, ulid)}
}
