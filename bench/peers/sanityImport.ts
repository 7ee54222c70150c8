/**
 * `@sanity/import` loading NDJSON: `sanityImport.ts FILE [URL TOKEN]`; without a URL into a server that answers every
 * request at once. Prints `{"seconds", "failure"?}`.
 */
import {createReadStream} from 'node:fs'
import {createServer} from 'node:http'
import type {AddressInfo} from 'node:net'
import {createClient} from '@sanity/client'
import {sanityImport} from '@sanity/import'

const [file = '', url, token = 'bench'] = process.argv.slice(2)
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
  apiHost: url ?? `http://127.0.0.1:${port}`,
  useProjectHostname: false,
  useCdn: false,
  token,
})
const start = performance.now()
const failure = await load()
console.log(JSON.stringify({seconds: (performance.now() - start) / 1000, failure}))
server.close()
server.closeAllConnections()

/** Answers why it failed. */
async function load(): Promise<string | undefined> {
  try {
    await sanityImport(createReadStream(file), {client, operation: 'create', onProgress: () => {}})
    return undefined
  } catch (error) {
    return (error as Error).message
  }
}

function answer(path: string, body: string): unknown {
  if (path.includes('/mutate/')) {
    const {mutations} = JSON.parse(body) as {
      mutations: Record<string, {_id?: string; id?: string}>[]
    }
    return {transactionId: 't', results: mutations.map(resultOf)}
  }
  if (path.includes('/datasets')) return [{name: 'production'}]
  return {result: [], documents: []}
}

function resultOf(mutation: Record<string, {_id?: string; id?: string}>) {
  const [operation = 'create', {_id, id}] = Object.entries(mutation)[0] ?? ['create', {}]
  return {id: _id ?? id, operation: operation === 'patch' ? 'update' : 'create'}
}
