import type {ImportRun} from '../documents.ts'
import {fingerprint, runId} from '../ids.ts'
import {type Run, runDocument} from '../run.ts'

const idDigits = 32

/** What the run says of itself in its own document; `name` tells one account from another. */
export function accountOf(
  run: Run,
  set: Partial<ImportRun>,
  name: string,
): {id: string; body: string; ids: readonly string[]} {
  const id = runId(run.id)
  const mutations = [{createIfNotExists: runDocument(run)}, {patch: {id, set}}]
  const transactionId = fingerprint(`${run.id}:${name}:${JSON.stringify(mutations)}`, idDigits)
  return {id: transactionId, body: JSON.stringify({transactionId, mutations}), ids: [id]}
}
