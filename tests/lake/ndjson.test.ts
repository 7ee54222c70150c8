import type {AddressInfo, Server} from 'node:net'
import {serve} from '@hono/node-server'
import {afterEach, beforeEach, expect, jest, test} from '@jest/globals'
import {Hono} from 'hono'
import type {Environment} from '../../lake/http/context.ts'
import {ndjson} from '../../lake/http/ndjson.ts'

beforeEach(() => {
  jest.spyOn(console, 'error').mockImplementation(() => {})
})
afterEach(() => {
  jest.restoreAllMocks()
})

function* failing(lines: number) {
  for (let line = 0; line < lines; line++) yield JSON.stringify({line})
  throw new Error('the disk is gone')
}

test.each([0, 1, 50_000])('an answer that fails after %s lines breaks off', async (lines) => {
  const app = new Hono<Environment>()
  app.get('/', (request) => ndjson(request, failing(lines)))
  const server = await new Promise<Server>((resolve) => {
    const opened: Server = serve({fetch: app.fetch, port: 0, hostname: '127.0.0.1'}, () =>
      resolve(opened),
    ) as Server
  })
  const {port} = server.address() as AddressInfo
  const whole = fetch(`http://127.0.0.1:${port}/`).then((response) => response.text())
  await expect(whole).rejects.toThrow()
  await new Promise((resolve) => server.close(resolve))
})
