import type {IncomingMessage, Server} from 'node:http'
import type {Duplex} from 'node:stream'
import {type WebSocket, WebSocketServer} from 'ws'
import type {Lake} from '../lake.ts'
import {isLoopbackHost, isLoopbackOrigin} from './guard.ts'
import {openRoom, type Session} from './presenceRoom.ts'

const socketPath = /^\/v[0-9X][^/]*\/socket\/([^/?]+)/
const heartbeat = '♥'
const heartbeatMs = 25_000
const messageBytesMax = 100_000
const sessionsMax = 1_000
/** How much a session may leave unread before it is cut off, in bytes. */
export const backlogBytesMax = 1_000_000

/** Who is where in Studio, over WebSockets. */
export function servePresence(server: Server, lake: Lake): {close(): void} {
  const sockets = new WebSocketServer({noServer: true, maxPayload: messageBytesMax})
  const room = openRoom(lake)

  function upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const dataset = socketPath.exec(request.url ?? '')?.[1]
    const {host, origin} = request.headers
    // Nobody else listens for errors of a socket that is being upgraded or turned away.
    socket.on('error', () => socket.destroy())
    const isWelcome = isLoopbackHost(host) && (origin === undefined || isLoopbackOrigin(origin))
    if (!dataset || !isWelcome || sockets.clients.size >= sessionsMax) {
      socket.end('HTTP/1.1 403 Forbidden\r\nconnection: close\r\n\r\n')
      return
    }
    sockets.handleUpgrade(request, socket, head, (opened) => join(opened, dataset))
  }

  function join(socket: WebSocket, dataset: string): void {
    const session: Session = {
      dataset,
      user: undefined,
      subscriptions: new Set(),
      send: (message) => sendTo(socket, JSON.stringify(message)),
    }
    room.enter(session)
    socket.on('message', (data) => room.receive(session, String(data)))
    socket.on('error', () => socket.terminate())
    socket.on('close', () => room.leave(session))
  }

  const beat = setInterval(() => {
    for (const socket of sockets.clients) sendTo(socket, heartbeat)
  }, heartbeatMs)
  beat.unref()
  server.on('upgrade', upgrade)

  return {
    close() {
      clearInterval(beat)
      for (const socket of sockets.clients) socket.terminate()
      sockets.close()
    },
  }
}

/** Sends a text to a session, or ends the session where it does not read. */
export function sendTo(
  socket: Pick<WebSocket, 'bufferedAmount' | 'send' | 'terminate'>,
  text: string,
): void {
  if (socket.bufferedAmount > backlogBytesMax) socket.terminate()
  else socket.send(text)
}
