/** `@hono/node-server` answering every request with the JSON of one file: `honoConstant.ts FILE`. Prints its address. */
import {readFileSync} from 'node:fs'
import {serve} from '@hono/node-server'
import {Hono} from 'hono'

const text = readFileSync(process.argv[2] ?? '', 'utf8')
const app = new Hono()
app.get('/*', () => new Response(text, {headers: {'content-type': 'application/json'}}))
const server = serve({fetch: app.fetch, hostname: '127.0.0.1', port: 0}, ({port}) => {
  console.log(`http://127.0.0.1:${port}`)
})
process.once('SIGTERM', () => {
  server.close()
  if ('closeAllConnections' in server) server.closeAllConnections()
})
