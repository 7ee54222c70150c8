/**
 * A bad line to a lake: passes requests on, or loses them, or their answers, or refuses them.
 */
import {createServer, type IncomingMessage, request, type ServerResponse} from 'node:http'
import type {AddressInfo} from 'node:net'
import {buffer} from 'node:stream/consumers'

/** Shares of requests, 0 to 1. */
export type FaultShares = {
  busy: number
  limited: number
  lostRequest: number
  lostAnswer: number
}

export type BadLine = {
  url: string
  /** Transactions that reached the lake and were applied, and their bytes. */
  applied: {requests: number; bytes: number}
  /** Called after each of them. */
  onApplied: () => void
  close: () => Promise<void>
}

export async function badLine(
  lake: string,
  shares: FaultShares,
  random: () => number,
): Promise<BadLine> {
  const line = {applied: {requests: 0, bytes: 0}, onApplied: () => {}}
  const server = createServer(async (incoming, outgoing) => {
    const body = await buffer(incoming).catch(() => undefined)
    if (!body) return
    const fault = drawn(shares, random())
    if (fault === 'busy') return void answer(outgoing, 503, {})
    if (fault === 'limited') return void answer(outgoing, 429, {'retry-after': '0.05'})
    if (fault === 'lostRequest') return void incoming.socket.destroy()
    pass(lake, {incoming, body}, (status, headers, text) => {
      if (status === 200 && incoming.url?.includes('/data/mutate/')) {
        line.applied.requests += 1
        line.applied.bytes += body.length
        line.onApplied()
      }
      if (fault === 'lostAnswer') return void incoming.socket.destroy()
      outgoing.writeHead(status, headers).end(text)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const {port} = server.address() as AddressInfo
  return Object.assign(line, {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  })
}

function drawn(shares: FaultShares, chance: number): keyof FaultShares | undefined {
  let sum = 0
  for (const [fault, share] of Object.entries(shares) as [keyof FaultShares, number][]) {
    sum += share
    if (chance < sum) return fault
  }
  return undefined
}

function answer(outgoing: ServerResponse, status: number, headers: Record<string, string>): void {
  outgoing.writeHead(status, {...headers, 'content-type': 'application/json'})
  outgoing.end(JSON.stringify({message: `Made up by the bad line: ${status}`}))
}

function pass(
  lake: string,
  {incoming, body}: {incoming: IncomingMessage; body: Buffer},
  then: (status: number, headers: Record<string, string>, text: Buffer) => void,
): void {
  const url = new URL(incoming.url ?? '/', lake)
  const {host, connection, 'transfer-encoding': encoding, ...headers} = incoming.headers
  const onward = request(
    url,
    {method: incoming.method, headers: {...headers, 'content-length': body.length}},
    async (response) => {
      const text = await buffer(response)
      const type = response.headers['content-type'] ?? 'application/json'
      then(response.statusCode ?? 502, {'content-type': type}, text)
    },
  )
  onward.on('error', () => incoming.socket.destroy())
  onward.end(body)
}
