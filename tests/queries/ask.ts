import type {ClientReturn} from '@sanity/client'
import {evaluateSync, parse, toJS} from 'groq-js'
import {dataset as golden, type TestDocument} from './dataset.ts'

/**
 * Runs a query over documents with plain groq-js: the whole dataset, drafts and records too, as an administrator
 * sees it with the perspective `raw`. Typed as a client's answer is.
 */
export function ask<const Query extends string>(
  query: Query,
  params: Record<string, unknown> = {},
  dataset: readonly TestDocument[] = golden,
): ClientReturn<Query, unknown> {
  return toJS(evaluateSync(parse(query, {params}), {dataset, params})) as ClientReturn<
    Query,
    unknown
  >
}
