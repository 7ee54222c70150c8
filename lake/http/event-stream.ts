/** How much a listener may leave unread before it is cut off, in bytes. */
export const backlogBytesMax = 8_000_000
const keepAliveMs = 20_000

export type EventStream = {
  send(event: string, data: unknown, id?: string): void
  close(): void
}

/**
 * A response of server-sent events. `open` is called at once and returns what to do when the client is
 * gone. A client that does not read is cut off: it comes back and catches up, or starts anew.
 */
export function eventStream(open: (stream: EventStream) => () => void): Response {
  const encoder = new TextEncoder()
  let stop: (() => void) | undefined

  const body = new ReadableStream<Uint8Array>(
    {
      start(controller) {
        let isOpen = true
        const close = () => {
          if (!isOpen) return
          isOpen = false
          clearInterval(keepAlive)
          stop?.()
          controller.close()
        }
        const write = (text: string) => {
          if (!isOpen) return
          controller.enqueue(encoder.encode(text))
          if ((controller.desiredSize ?? 0) <= 0) close()
        }
        const keepAlive = setInterval(() => write(':\n\n'), keepAliveMs)
        keepAlive.unref()
        const send = (event: string, data: unknown, id?: string) => {
          write(`${id ? `id: ${id}\n` : ''}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`)
        }
        const cleanUp = open({send, close})
        stop = () => {
          isOpen = false
          clearInterval(keepAlive)
          cleanUp()
        }
        if (!isOpen) cleanUp()
      },
      cancel() {
        stop?.()
      },
    },
    new ByteLengthQueuingStrategy({highWaterMark: backlogBytesMax}),
  )
  return new Response(body, {headers: streamHeaders})
}

const streamHeaders = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-cache, no-transform',
  'x-accel-buffering': 'no',
}
