import {isUtf8} from 'node:buffer'
import type {HttpBindings} from '@hono/node-server'
import type {Context} from 'hono'
import type {User} from '../access.ts'
import type {Dataset} from '../dataset.ts'
import {requestError, unauthorized} from '../errors.ts'
import {depthMax, tooDeep} from '../flaw.ts'
import type {Lake} from '../lake.ts'

/** What every route may use. */
export type Environment = {
  Bindings: HttpBindings
  Variables: {lake: Lake; user: User | undefined; instance: string}
}
export type Request = Context<Environment>

export type Route = {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Behind `/v…`; with names and patterns as Hono has them. */
  path: string
  handle(request: Request): Response | Promise<Response>
}

/** One route at several addresses: many answer for a project and for the only one. */
export const at = (method: Route['method'], paths: string[], handle: Route['handle']): Route[] =>
  paths.map((path) => ({method, path, handle}))

/** An answer that never changes. */
export const constant = (answer: object) => (request: Request) => request.json(answer)

/** Bodies of mutations and actions, and of everything else that is JSON. */
export const bodyBytesMax = 4_000_000

/** The dataset that the path names. @throws LakeError where it is unknown, or private to the reader. */
export function datasetOf(request: Request): Dataset {
  const lake = request.get('lake')
  const name = request.req.param('dataset') ?? ''
  const dataset = lake.dataset(name)
  if (!request.get('user') && lake.registry.datasets.get(name)?.acl === 'private') {
    throw unauthorized(`Dataset "${name}" is private: reading it needs a token`)
  }
  return dataset
}

/** A document, and what stands around it in a body. */
const bodyDepthMax = depthMax + 10

/** The body as JSON; `absent` is what none counts as. @throws LakeError where it is too long, too deep or no JSON. */
export async function jsonBody(request: Request, {absent}: {absent?: object} = {}) {
  const bytes = await bodyBytes(request, bodyBytesMax)
  if (bytes.length === 0 && absent) return absent
  if (!isUtf8(bytes)) throw requestError(400, 'Unexpected body, expected UTF-8')
  const value = parseJson(bytes.toString('utf8'))
  if (tooDeep(value, bodyDepthMax)) {
    throw requestError(400, `Unexpected body, expected no nesting deeper than ${bodyDepthMax}`)
  }
  return value
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw requestError(400, 'Unexpected body, expected JSON')
  }
}

export async function bodyBytes(request: Request, bytesMax: number): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of bodyOf(request) ?? []) {
    bytes += chunk.length
    if (bytes > bytesMax) throw requestError(413, `Request body exceeds limit of ${bytesMax} bytes`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** The body as it comes in. @throws LakeError where it is packed. */
export function bodyOf(request: Request): ReadableStream<Uint8Array> | null {
  const encoding = request.req.header('content-encoding') ?? 'identity'
  if (encoding === 'identity') return request.req.raw.body
  throw requestError(415, `Unexpected content-encoding "${encoding}", expected none`)
}

/** The `nextCursor` of the URL: empty at first, then as an answer gave it. */
export function cursorOf(request: Request): string | undefined {
  const cursor = request.req.query('nextCursor')
  if (!cursor || (/^\d+$/.test(cursor) && Number.isSafeInteger(Number(cursor)))) return cursor
  throw requestError(400, `Unexpected nextCursor "${cursor}"`)
}

/** A flag of the URL: absent counts as the default, anything but `true` as false. */
export function flag(request: Request, name: string, byDefault = false): boolean {
  const text = request.req.query(name)
  return text === undefined ? byDefault : text === 'true' || text === ''
}

const jsonHeaders = {'content-type': 'application/json; charset=utf-8'}

/** A JSON response whose text is made already. */
export const jsonText = (text: string): Response => new Response(text, {headers: jsonHeaders})

/** The same of parts, of which those in UTF-8 may be too long to be copied. */
export function jsonResponse(parts: (string | Uint8Array)[]): Response {
  if (parts.every((part) => typeof part === 'string')) return jsonText(parts.join(''))
  const body = new ReadableStream({
    start(stream) {
      for (const part of parts) {
        stream.enqueue(typeof part === 'string' ? new TextEncoder().encode(part) : part)
      }
      stream.close()
    },
  })
  return new Response(body, {headers: jsonHeaders})
}
