import {createServer, type RequestListener, type Server} from 'node:http'
import type {AddressInfo} from 'node:net'
import {afterEach, expect, test} from '@jest/globals'
import {createClient} from '@sanity/client'
import type {ImportRecord} from '../../../importer/documents.ts'
import {earlierRecord} from '../../../studio/compare/earlier.ts'

const record = {_id: 'import.a', run: {_ref: 'run.01M83VS2S9DS7KVKB16B27350Z'}} as ImportRecord
let server: Server | undefined

afterEach(() => {
  server?.close()
})

async function clientFor(answer: RequestListener) {
  const opened = createServer(answer)
  server = opened
  await new Promise<void>((resolve) => opened.listen(0, '127.0.0.1', resolve))
  return createClient({
    projectId: 'copydesk',
    dataset: 'production',
    apiHost: `http://127.0.0.1:${(opened.address() as AddressInfo).port}`,
    useProjectHostname: false,
    apiVersion: '2025-02-19',
    useCdn: false,
    maxRetries: 0,
  })
}

test('asks the history for the record at the time of its last run', async () => {
  let asked = ''
  const client = await clientFor(({url = ''}, response) => {
    asked = decodeURIComponent(url)
    response.setHeader('content-type', 'application/json').end('{"documents":[{"_id":"import.a"}]}')
  })
  expect(await earlierRecord(client, record)).toEqual({_id: 'import.a'})
  expect(asked).toContain('/data/history/production/documents/import.a?')
  expect(asked).toContain('time=2026-11-23T09:28:46')
})

test('has nothing to show where the lake refuses', async () => {
  const client = await clientFor((_request, response) => {
    response.writeHead(403, {'content-type': 'application/json'}).end('{"message":"no"}')
  })
  expect(await earlierRecord(client, record)).toBeUndefined()
})

test('fails where the lake is away, so that it can be asked again', async () => {
  const client = await clientFor((_request, response) => response.destroy())
  await expect(earlierRecord(client, record)).rejects.toThrow()
})
