import {Readable} from 'node:stream'

/** Lines that go out together, in characters: a write for each small line would cost more than the line. */
const chunkCharacters = 64 * 1024

/** A response of one line of JSON after the other, each made only once the client reads on. */
export function ndjson(lines: Iterable<string>): Response {
  const body = Readable.toWeb(Readable.from(chunks(lines))) as ReadableStream
  return new Response(body, {headers: {'content-type': 'application/x-ndjson; charset=utf-8'}})
}

function* chunks(lines: Iterable<string>): Generator<Buffer> {
  let text = ''
  for (const line of lines) {
    text += `${line}\n`
    if (text.length < chunkCharacters) continue
    yield Buffer.from(text)
    text = ''
  }
  if (text !== '') yield Buffer.from(text)
}

/** Values as lines, made one by one. */
export function* asJson(values: Iterable<unknown>): Generator<string> {
  for (const value of values) yield JSON.stringify(value)
}
