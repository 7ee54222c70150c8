import {describe, expect, test} from '@jest/globals'
import {backlogBytesMax, eventStream} from '../../lake/http/event-stream.ts'

describe('an event stream', () => {
  test('cuts off a client that does not read, instead of keeping all for it', async () => {
    let sent = 0
    let gone = 0
    let send: (() => void) | undefined
    const response = eventStream((stream) => {
      send = () => stream.send('message', 'x'.repeat(100_000))
      return () => {
        gone += 1
      }
    })
    while (gone === 0) {
      send?.()
      sent += 1
    }
    expect(sent).toBeLessThanOrEqual(Math.ceil(backlogBytesMax / 100_000))
    send?.()
    const text = await response.text()
    expect(text.length).toBeLessThan(backlogBytesMax + 200_000)
    expect(gone).toBe(1)
  })

  test('tells when the client has gone', async () => {
    let gone = 0
    const response = eventStream(() => () => {
      gone += 1
    })
    await response.body?.cancel()
    expect(gone).toBe(1)
  })
})
