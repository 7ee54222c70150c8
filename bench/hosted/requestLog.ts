/** A proxy that hands every request on and notes what came of it. */
import {createServer, type IncomingMessage, request, type ServerResponse} from 'node:http'
import type {AddressInfo} from 'node:net'
import {pipeline} from 'node:stream/promises'

export type LoggedRequest = {
  path: string
  status: number
  /** Of the body. */
  bytes: number
  /** When it came, since the first one. */
  atMs: number
}

export function isMutation({path}: LoggedRequest): boolean {
  return path.includes('/data/mutate/')
}

export async function logRequests(
  to: string,
): Promise<{url: string; requests: LoggedRequest[]; stop: () => Promise<void>}> {
  const requests: LoggedRequest[] = []
  let first: number | undefined
  const server = createServer(async (incoming, response) => {
    const now = performance.now()
    first ??= now
    const noted = {path: incoming.url ?? '', status: 0, bytes: 0, atMs: now - first}
    requests.push(noted)
    try {
      await handOn(new URL(noted.path, to), {incoming, response, noted})
    } catch {
      response.destroy()
    }
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    stop: () =>
      new Promise((stopped) => {
        server.close(() => stopped())
        server.closeAllConnections()
      }),
  }
}

type Exchange = {incoming: IncomingMessage; response: ServerResponse; noted: LoggedRequest}

async function handOn(url: URL, {incoming, response, noted}: Exchange): Promise<void> {
  const {method, headers} = incoming
  const outgoing = request(url, {method, headers: {...headers, host: url.host}})
  const answer = new Promise<IncomingMessage>((resolve, reject) => {
    outgoing.once('response', resolve)
    outgoing.once('error', reject)
  })
  incoming.on('data', (chunk: Uint8Array) => {
    noted.bytes += chunk.length
  })
  await pipeline(incoming, outgoing)
  const answered = await answer
  noted.status = answered.statusCode ?? 0
  response.writeHead(noted.status, answered.headers)
  await pipeline(answered, response)
}
