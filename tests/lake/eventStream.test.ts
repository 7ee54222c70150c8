import {once} from 'node:events'
import {createServer, get, type IncomingMessage, type Server} from 'node:http'
import type {AddressInfo} from 'node:net'
import {afterEach, describe, expect, test} from '@jest/globals'
import {backlogBytesMax, type EventStream, eventStream} from '../../lake/http/eventStream.ts'

let server: Server
afterEach(() => {
  server.closeAllConnections()
  server.close()
})

/** Opens a stream, and answers both ends of it. */
async function open(
  cleanUp: () => void,
): Promise<{stream: EventStream; response: IncomingMessage}> {
  let stream: EventStream | undefined
  server = createServer((incoming, outgoing) => {
    const request = {env: {incoming, outgoing}, req: {header: () => undefined}}
    eventStream(request as never, (opened) => {
      stream = opened
      return cleanUp
    })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const {port} = server.address() as AddressInfo
  const [response] = await once(get({port, host: '127.0.0.1'}), 'response')
  if (!stream) throw new Error('The stream was not opened')
  return {stream, response}
}

describe('an event stream', () => {
  test('cuts off a client that does not read, instead of keeping all for it', async () => {
    let gone = 0
    const {stream, response} = await open(() => {
      gone += 1
    })
    response.pause()
    const eventBytes = 1_000_000
    let sent = 0
    for (; gone === 0 && sent < 1_000; sent++) {
      stream.send('message', 'x'.repeat(eventBytes))
      await new Promise((resolve) => setImmediate(resolve))
    }
    const systemBuffersBytesMax = 20_000_000
    expect(sent * eventBytes).toBeLessThan(backlogBytesMax + systemBuffersBytesMax)
    stream.send('message', 'late')
    let text = ''
    for await (const chunk of response) text += chunk
    expect(text).not.toContain('late')
    expect(gone).toBe(1)
  })

  test('tells when the client has gone', async () => {
    const left = new Promise<void>((resolve) => {
      void open(resolve).then(({response}) => response.destroy())
    })
    await expect(left).resolves.toBeUndefined()
  })
})
