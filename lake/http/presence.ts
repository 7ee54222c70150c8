import type {IncomingMessage, Server} from 'node:http'
import type {Duplex} from 'node:stream'
import {type WebSocket, WebSocketServer} from 'ws'
import {type User, userOf} from '../access.ts'
import {isRecord} from '../document.ts'
import type {Lake} from '../lake.ts'
import {isLoopbackHost, isLoopbackOrigin} from './guard.ts'

type Session = {
  socket: WebSocket
  dataset: string
  user: User | undefined
  subscriptions: Set<string>
  sessionId?: string
}

type Call = {id?: unknown; method?: string; params: Record<string, unknown>}

const socketPath = /^\/v[0-9X][^/]*\/socket\/([^/?]+)/
const heartbeat = '♥'
const heartbeatMs = 25_000
const messageBytesMax = 100_000
const sessionsMax = 1_000

/** Who is where in Studio: JSON-RPC over a WebSocket, passed on among the sessions of a dataset. */
export function servePresence(server: Server, lake: Lake): {close(): void} {
  const sockets = new WebSocketServer({noServer: true, maxPayload: messageBytesMax})
  const sessions = new Set<Session>()

  function upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const dataset = socketPath.exec(request.url ?? '')?.[1]
    const {host, origin} = request.headers
    const isWelcome = isLoopbackHost(host) && (origin === undefined || isLoopbackOrigin(origin))
    if (!dataset || !isWelcome || sessions.size >= sessionsMax) {
      socket.end('HTTP/1.1 403 Forbidden\r\nconnection: close\r\n\r\n')
      return
    }
    sockets.handleUpgrade(request, socket, head, (opened) => join(opened, dataset))
  }

  function join(socket: WebSocket, dataset: string): void {
    const session: Session = {socket, dataset, user: undefined, subscriptions: new Set()}
    sessions.add(session)
    socket.on('message', (data) => receive(session, String(data)))
    socket.on('error', () => socket.terminate())
    socket.on('close', () => {
      sessions.delete(session)
      if (session.sessionId) broadcast(session, 'disconnect', {m: {session: session.sessionId}})
    })
  }

  function receive(session: Session, text: string): void {
    const call = parseCall(text)
    sendTo(session, {jsonrpc: '2.0', id: call?.id ?? null, ...answer(session, call)})
  }

  function answer(session: Session, call: Call | undefined): Record<string, unknown> {
    if (!call) return {error: {code: -32600, message: 'Invalid request'}}
    const method = call.method ? methods[call.method] : undefined
    if (!method) return {error: {code: -32601, message: 'Unknown method'}}
    try {
      return {result: method(session, call.params)}
    } catch {
      return {error: {code: 4001, message: 'Unauthorized'}}
    }
  }

  const methods: Record<string, (session: Session, params: Call['params']) => unknown> = {
    authorization(session, {authorization}) {
      session.user = userOf(lake.registry, String(authorization ?? ''))
      return 'authorized'
    },
    presence_subscribe(session) {
      const id = lake.clock.newId()
      session.subscriptions.add(id)
      return id
    },
    presence_unsubscribe(session, {subscriptionId}) {
      return session.subscriptions.delete(String(subscriptionId))
    },
    presence_rollcall(session, params) {
      session.sessionId = String(params.session)
      broadcast(session, 'rollCall', {session: session.sessionId})
      return 'ok'
    },
    presence_announce(session, {data}) {
      if (isRecord(data) && typeof data.sessionId === 'string') session.sessionId = data.sessionId
      broadcast(session, 'state', {m: data})
      return 'ok'
    },
    presence_disconnect(session, params) {
      broadcast(session, 'disconnect', {m: {session: params.session}})
      return 'ok'
    },
  }

  /** Only those who are logged in are heard and hear. */
  function broadcast(from: Session, type: string, message: Record<string, unknown>): void {
    if (!from.user) return
    const result = {type, i: from.user.id, ...message}
    for (const session of sessions) {
      if (session.dataset !== from.dataset || !session.user) continue
      for (const subscription of session.subscriptions) {
        const params = {subscription, result}
        sendTo(session, {jsonrpc: '2.0', method: 'presence_subscription', params})
      }
    }
  }

  const beat = setInterval(() => {
    for (const {socket} of sessions) socket.send(heartbeat)
  }, heartbeatMs)
  beat.unref()
  server.on('upgrade', upgrade)

  return {
    close() {
      clearInterval(beat)
      for (const {socket} of sessions) socket.terminate()
      sockets.close()
    },
  }
}

function parseCall(text: string): Call | undefined {
  try {
    const call: unknown = JSON.parse(text)
    if (!isRecord(call)) return undefined
    const method = typeof call.method === 'string' ? call.method : ''
    return {id: call.id, method, params: isRecord(call.params) ? call.params : {}}
  } catch {
    return undefined
  }
}

const sendTo = ({socket}: Session, message: unknown): void => socket.send(JSON.stringify(message))
