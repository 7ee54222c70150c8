import type {Server} from 'node:http'
import {serve} from '@hono/node-server'
import {type AppOptions, createApp} from './app.ts'
import {servePresence} from './presence.ts'

const hostname = '127.0.0.1'
const headerBytesMax = 64 * 1024
const requestTimeoutMs = 120_000

/** Another program listens there. */
export class PortTakenError extends Error {
  constructor(port: number) {
    super(
      `Port ${port} is taken by another program: stop it, or choose another port (0 is any free one)`,
    )
    this.name = 'PortTakenError'
  }
}

/** Serves a lake on this machine's loopback address; port 0 is any free one. @throws PortTakenError */
export async function serveLake(
  options: AppOptions & {port: number},
): Promise<{url: string; close(): Promise<void>}> {
  const app = createApp(options)
  const server = await listen(app.fetch, options.port)
  const presence = servePresence(server, options.lake)
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : options.port
  return {
    url: `http://localhost:${port}`,
    close() {
      presence.close()
      return new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      })
    },
  }
}

function listen(
  fetch: (request: Request, bindings: never) => unknown,
  port: number,
): Promise<Server> {
  return new Promise((resolve, reject) => {
    const serverOptions = {maxHeaderSize: headerBytesMax, requestTimeout: requestTimeoutMs}
    const refuse = (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EADDRINUSE' ? new PortTakenError(port) : error)
    const server = serve({fetch: fetch as never, port, hostname, serverOptions}, () => {
      server.off('error', refuse)
      resolve(server)
    }) as Server
    server.on('error', refuse)
  })
}
