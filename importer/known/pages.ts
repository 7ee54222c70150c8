/**
 * Long answers, page by page in the order of ids.
 */
import type {Target} from '../target.ts'

/** A page costs the lake a walk over all documents, so pages are large and their rows small. */
export const rowsEach = 20_000

/** `groq` takes `$after`, the last id of the page before. */
export async function* pages<Row extends {_id: string}>(
  target: Target,
  groq: string,
  {each, ...params}: {each: number; [param: string]: unknown},
): AsyncIterable<Row> {
  let after = ''
  for (;;) {
    const rows = await target.query<Row[]>(groq, {...params, after})
    yield* rows
    const last = rows.at(-1)
    if (!last || rows.length < each) return
    after = last._id
  }
}
