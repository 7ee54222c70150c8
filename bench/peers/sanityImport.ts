/**
 * `@sanity/import` loading NDJSON into a server that answers every request at once: `sanityImport.ts FILE`.
 * Prints the seconds that the import took.
 */
import {createReadStream} from 'node:fs'
import {createServer} from 'node:http'
import type {AddressInfo} from 'node:net'
import {createClient} from '@sanity/client'
import {sanityImport} from '@sanity/import'

const server = createServer((request, response) => {
  let body = ''
  request.on('data', (chunk) => {
    body += chunk
  })
  request.on('end', () => {
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify(answer(request.url ?? '', body)))
  })
})
await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
const {port} = server.address() as AddressInfo

const client = createClient({
  projectId: 'bench',
  dataset: 'production',
  apiVersion: '2025-02-19',
  apiHost: `http://127.0.0.1:${port}`,
  useProjectHostname: false,
  useCdn: false,
  token: 'bench',
})
const start = performance.now()
await sanityImport(createReadStream(process.argv[2] ?? ''), {
  client,
  operation: 'create',
  onProgress: () => {},
})
console.log((performance.now() - start) / 1000)
server.close()
server.closeAllConnections()

function answer(url: string, body: string): unknown {
  if (url.includes('/mutate/')) {
    const {mutations} = JSON.parse(body) as {
      mutations: Record<string, {_id?: string; id?: string}>[]
    }
    return {transactionId: 't', results: mutations.map(resultOf)}
  }
  if (url.includes('/datasets')) return [{name: 'production'}]
  return {result: [], documents: []}
}

function resultOf(mutation: Record<string, {_id?: string; id?: string}>) {
  const [operation = 'create', {_id, id}] = Object.entries(mutation)[0] ?? ['create', {}]
  return {id: _id ?? id, operation: operation === 'patch' ? 'update' : 'create'}
}
