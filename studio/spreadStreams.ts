/** Enough names for the streams of many windows: a browser allows six connections to each. */
const hostsMax = 100
let streams = 0

type Fetch = (input: string, init?: RequestInit) => Promise<Response>

/**
 * A fetch that gives every event stream of a loopback server a host name of its own, `s7.localhost`.
 *
 * Over HTTP/1.1 a browser opens six connections to one host, and Studio holds more streams than that for one open
 * document: without this the form waits for a connection for ever. A browser that does not resolve such names falls
 * back to the address as it was.
 */
export function spreadStreams(fetch: Fetch): Fetch {
  return (input, init) => {
    const spread = streamAddress(input, streams)
    if (spread === input) return fetch(input, init)
    streams += 1
    return fetch(spread, init).catch(() => fetch(input, init))
  }
}

/** The address with the host of stream number `stream`; unchanged unless it is an event stream on this machine. */
export function streamAddress(address: string, stream: number): string {
  const url = new URL(address)
  const loopback = url.hostname === 'localhost' || url.hostname === '127.0.0.1'
  if (url.protocol !== 'http:' || !loopback || !isEventStream(address)) return address
  url.hostname = `s${stream % hostsMax}.localhost`
  return url.href
}

const eventStream = /^\/v[^/]+\/data\/(listen|live)\//

export function isEventStream(address: string): boolean {
  return eventStream.test(new URL(address).pathname)
}
