import {Readable} from 'node:stream'
import type {Request} from './context.ts'

/** Lines that go out together, in characters: a write for each small line would cost more than the line. */
const chunkCharacters = 64 * 1024

/**
 * A response of one line of JSON after the other, each made only once the client reads on. The status is out
 * by then: where a line cannot be made, the connection breaks, so that nobody takes what came for all.
 */
export function ndjson(request: Request, lines: Iterable<string>): Response {
  const source = Readable.from(chunks(lines))
  source.once('error', () => request.env.incoming.socket.destroy())
  const body = Readable.toWeb(source) as ReadableStream
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
