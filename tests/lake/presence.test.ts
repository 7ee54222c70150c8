import {createServer} from 'node:http'
import {PassThrough} from 'node:stream'
import {afterAll, beforeAll, expect, jest, test} from '@jest/globals'
import {WebSocket} from 'ws'
import {backlogBytesMax, sendTo, servePresence} from '../../lake/http/presence.ts'
import {subscriptionsMax} from '../../lake/http/presenceRoom.ts'
import {type OpenLake, openLake} from '../../lake/index.ts'
import type {Lake} from '../../lake/lake.ts'

let lake: OpenLake
beforeAll(async () => {
  lake = await openLake()
})
afterAll(() => lake.close())

type Message = {
  id?: string
  method?: string
  result?: unknown
  error?: unknown
  params?: {result: unknown}
}

/** A session of Studio's presence socket. */
async function enter(origin = 'http://localhost:3333') {
  const socket = new WebSocket(`${lake.url.replace('http', 'ws')}/v2022-06-30/socket/production`, {
    origin,
  })
  const received: Message[] = []
  const waiting: (() => void)[] = []
  socket.on('message', (data) => {
    received.push(JSON.parse(String(data)))
    for (const wake of waiting.splice(0)) wake()
  })
  await new Promise((resolve, reject) => {
    socket.once('open', resolve)
    socket.once('error', reject)
  })
  async function next(test: (message: Message) => boolean): Promise<Message> {
    for (;;) {
      const found = received.find(test)
      if (found) return found
      await new Promise<void>((resolve) => waiting.push(resolve))
    }
  }
  const call = (method: string, params = {}) => {
    socket.send(JSON.stringify({jsonrpc: '2.0', id: method, method, params}))
    return next(({id}) => id === method)
  }
  const heard = () => next(({method}) => method === 'presence_subscription')
  return {call, heard, close: () => socket.close(), text: (text: string) => socket.send(text), next}
}

test('sessions of a dataset hear where the others are', async () => {
  const [one, two] = await Promise.all([enter(), enter()])
  for (const session of [one, two]) {
    await session.call('authorization', {authorization: `Bearer ${lake.token}`})
  }
  await two.call('presence_subscribe')
  const data = {sessionId: 's1', locations: [{path: ['title']}]}
  expect(await one.call('presence_announce', {data})).toMatchObject({result: 'ok'})
  expect((await two.heard()).params?.result).toEqual({type: 'state', i: 'administrator', m: data})
  one.close()
  await two.next(({params}) => (params?.result as {type?: string})?.type === 'disconnect')
  two.close()
})

test('nonsense is answered, foreign pages are not let in', async () => {
  const session = await enter()
  expect(await session.call('constructor')).toMatchObject({error: {code: -32601}})
  session.text('{')
  expect(await session.next(({id}) => id === null)).toMatchObject({error: {code: -32600}})
  expect(await session.call('authorization', {authorization: 'Bearer no'})).toMatchObject({
    error: {code: 4001},
  })
  session.close()
  await expect(enter('https://example.com')).rejects.toThrow('403')
})

test('a connection that breaks while it is turned away ends alone', () => {
  const server = createServer()
  const sockets = servePresence(server, {} as Lake)
  const socket = new PassThrough()
  server.emit('upgrade', {url: '/nowhere', headers: {}}, socket, Buffer.alloc(0))
  expect(() => socket.emit('error', new Error('ECONNRESET'))).not.toThrow()
  expect(socket.destroyed).toBe(true)
  sockets.close()
})

test('a session has so many subscriptions and no more', async () => {
  const session = await enter()
  const asked = Array.from({length: subscriptionsMax}, (_, index) => index)
  for (const id of asked) {
    session.text(JSON.stringify({jsonrpc: '2.0', id: `s${id}`, method: 'presence_subscribe'}))
  }
  const last = await session.next(({id}) => id === `s${subscriptionsMax - 1}`)
  expect(last).toHaveProperty('result')
  expect(await session.call('presence_subscribe')).toMatchObject({error: {code: -32000}})
  const {result: subscriptionId} = last
  await session.call('presence_unsubscribe', {subscriptionId})
  session.text(JSON.stringify({jsonrpc: '2.0', id: 'again', method: 'presence_subscribe'}))
  expect(await session.next(({id}) => id === 'again')).toHaveProperty('result')
  session.close()
})

test('a session that does not read is cut off, instead of keeping all for it', () => {
  const socket = {bufferedAmount: 0, send: jest.fn(), terminate: jest.fn()}
  sendTo(socket, 'one')
  expect(socket.send).toHaveBeenCalledWith('one')
  sendTo({...socket, bufferedAmount: backlogBytesMax + 1}, 'two')
  expect(socket.send).toHaveBeenCalledTimes(1)
  expect(socket.terminate).toHaveBeenCalledTimes(1)
})
