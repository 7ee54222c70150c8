/** From a query and a view to JSON, in the process or in a thread. */
import {requestError} from './errors.ts'
import {trackedView} from './listen/tags.ts'
import {type Asking, type Query, runQuery} from './query/index.ts'
import {resultBytesMax} from './query/limits.ts'
import type {View} from './store/index.ts'

/**
 * A query's answer as JSON, in UTF-8 where it is bytes, and the tags by which live events tell that it may have
 * changed.
 */
export type Answer = {json: string | Uint8Array; syncTags: string[]}

/** @throws LakeError where the query cannot be answered, or the answer would be too long. */
export function answerOf(query: Query, view: View, asking: Asking): Answer | Promise<Answer> {
  const {view: tracked, tags} = trackedView(view)
  const written = (result: unknown) => ({json: jsonOf(result, view), syncTags: tags()})
  const result = runQuery(query, tracked, asking)
  return result instanceof Promise ? result.then(written) : written(result)
}

function jsonOf(result: unknown, view: View): string | Uint8Array {
  if (view.isPart(result)) return spliced([result], view).slice(1, -1)
  const isListed = Array.isArray(result) && result.some(view.isPart)
  return isListed ? spliced(result, view) : stringified(result)
}

function stringified(result: unknown): string {
  const json = jsonOrNone(result)
  if (json !== undefined && Buffer.byteLength(json) <= resultBytesMax) return json
  throw tooLong()
}

function jsonOrNone(result: unknown): string | undefined {
  try {
    return JSON.stringify(result)
  } catch {
    return undefined
  }
}

/** A list of documents. Of those that were read in part, JSON is what the store keeps. */
function spliced(documents: unknown[], view: View): Uint8Array {
  const texts: Uint8Array[] = []
  let bytes = 1
  for (const document of documents) {
    const text = view.text(document) ?? Buffer.from(JSON.stringify(document))
    bytes += text.length + 1
    if (bytes > resultBytesMax) throw tooLong()
    texts.push(text)
  }
  return asList(texts, bytes)
}

const codes = {opening: 0x5b, comma: 0x2c, closing: 0x5d}

function asList(texts: Uint8Array[], bytes: number): Uint8Array {
  // Has memory of its own, so that it can change hands.
  const list = new Uint8Array(bytes)
  let end = 0
  for (const text of texts) {
    list[end] = codes.comma
    list.set(text, end + 1)
    end += text.length + 1
  }
  list[0] = codes.opening
  list[end] = codes.closing
  return list
}

const tooLong = () =>
  requestError(413, `The result has more than ${resultBytesMax} bytes: ask for less`)
