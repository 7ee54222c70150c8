import {RESPONSE_ALREADY_SENT} from '@hono/node-server/utils/response'
import {eventText} from '../listen/eventText.ts'
import type {Request} from './context.ts'
import {readableBy} from './guard.ts'

/** How much a listener may leave unread before it is cut off, in bytes. */
export const backlogBytesMax = 8_000_000
const keepAliveMs = 20_000

export type EventStream = {
  send(event: string, data: unknown, id?: string): void
  /** Sends events as `eventText` makes them. */
  write(text: string | Uint8Array): void
  close(): void
}

/** What `eventStream` needs of a request. */
export type StreamRequest = Pick<Request, 'env' | 'req'>

/**
 * A response of server-sent events. `open` is called at once and returns what to do when the client is
 * gone. A client that does not read is cut off: it comes back and catches up, or starts anew. Written to Node's
 * own response: passing each event on to a stream for the web, and from that to Node, costs more than the event.
 */
export function eventStream(
  {env: {outgoing}, req}: StreamRequest,
  open: (stream: EventStream) => () => void,
): Response {
  let isOpen = true
  let cleanUp: (() => void) | undefined

  function write(text: string | Uint8Array): void {
    if (!isOpen) return
    outgoing.write(text)
    if (outgoing.writableLength > backlogBytesMax) close()
  }

  function close(): void {
    if (!isOpen) return
    stop()
    outgoing.end()
  }

  function stop(): void {
    if (!isOpen) return
    isOpen = false
    clearInterval(keepAlive)
    cleanUp?.()
  }

  // The connection ends with the stream, so that each event is one write, without a frame of its own.
  outgoing.useChunkedEncodingByDefault = false
  const origin = req.header('origin')
  outgoing.writeHead(200, {...streamHeaders, ...(origin !== undefined && readableBy(origin))})
  outgoing.once('close', stop)
  const keepAlive = setInterval(() => write(':\n\n'), keepAliveMs).unref()
  write(':\n\n')
  const send = (event: string, data: unknown, id?: string) => write(eventText(event, data, id))
  cleanUp = open({send, write, close})
  if (!isOpen) cleanUp()
  return RESPONSE_ALREADY_SENT.clone()
}

const streamHeaders = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-cache, no-transform',
  'x-accel-buffering': 'no',
}
