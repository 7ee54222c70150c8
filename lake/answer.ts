import {requestError} from './errors.ts'
import {trackedView} from './listen/tags.ts'
import {type Asking, type Query, runQuery} from './query/index.ts'
import {resultCharactersMax} from './query/limits.ts'
import type {View} from './store/index.ts'

/** A query's answer as JSON, and the tags by which live events tell that it may have changed. */
export type Answer = {json: string; syncTags: string[]}

/** The same as it comes from a thread: in UTF-8. */
export type AnyAnswer = {json: string | Uint8Array; syncTags: string[]}

/** @throws LakeError where the query cannot be answered, or the answer would be too long. */
export function answerOf(query: Query, view: View, asking: Asking): Answer | Promise<Answer> {
  const {view: tracked, tags} = trackedView(view)
  const written = (result: unknown) => ({json: jsonOf(result), syncTags: tags()})
  const result = runQuery(query, tracked, asking)
  return result instanceof Promise ? result.then(written) : written(result)
}

function jsonOf(result: unknown): string {
  const json = jsonOrNone(result)
  if (json !== undefined && json.length <= resultCharactersMax) return json
  throw requestError(
    413,
    `The result has more than ${resultCharactersMax} characters: ask for less`,
  )
}

function jsonOrNone(result: unknown): string | undefined {
  try {
    return JSON.stringify(result)
  } catch {
    return undefined
  }
}
