import {Readable} from 'node:stream'

/** Lines that go out together, in characters: one write for each small line would cost more than the line. */
const chunkCharacters = 64 * 1024

/** A response of one JSON value a line, each made only once the client reads on. */
export function ndjson(values: Iterable<unknown>): Response {
  const body = Readable.toWeb(Readable.from(chunks(values))) as ReadableStream
  return new Response(body, {headers: {'content-type': 'application/x-ndjson; charset=utf-8'}})
}

function* chunks(values: Iterable<unknown>): Generator<Buffer> {
  let text = ''
  for (const value of values) {
    text += `${JSON.stringify(value)}\n`
    if (text.length < chunkCharacters) continue
    yield Buffer.from(text)
    text = ''
  }
  if (text !== '') yield Buffer.from(text)
}
