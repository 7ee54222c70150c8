import {evaluateSync, parse, toJS} from 'groq-js'
import {dataset as golden, type TestDocument} from './dataset.ts'

/**
 * Runs a query over documents with plain groq-js: the whole dataset, drafts and records too, as an administrator
 * sees it with the perspective `raw`.
 */
export function ask<Result>(
  query: string,
  params: Record<string, unknown> = {},
  dataset: readonly TestDocument[] = golden,
): Result {
  return toJS(evaluateSync(parse(query, {params}), {dataset, params})) as Result
}
