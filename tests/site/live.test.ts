import {request as ask, createServer, type Server} from 'node:http'
import type {AddressInfo} from 'node:net'
import {afterAll, beforeAll, expect, test} from '@jest/globals'
import {type OpenSite, openSite} from '../../site/index.ts'
import {type Newsroom, openNewsroom} from './newsroom.ts'

let room: Newsroom
let site: OpenSite
let wire: Server
let queries = 0

/** The site meets the lake over a wire on which its queries are counted. */
beforeAll(async () => {
  room = await openNewsroom()
  wire = createServer((incoming, outgoing) => {
    if (incoming.url?.includes('/data/query/')) queries += 1
    const {method, headers} = incoming
    const onward = ask(`${room.lakeUrl}${incoming.url}`, {method, headers}, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
      outgoing.flushHeaders()
      answer.pipe(outgoing)
    })
    outgoing.on('close', () => onward.destroy())
    onward.on('error', () => outgoing.destroy())
    incoming.pipe(onward)
  })
  await new Promise<void>((resolve) => wire.listen(0, '127.0.0.1', resolve))
  const {port} = wire.address() as AddressInfo
  site = await openSite({source: {kind: 'lake', url: `http://127.0.0.1:${port}`}, log: () => {}})
})
afterAll(async () => {
  await site.close()
  wire.closeAllConnections()
  wire.close()
  await room.close()
})

async function headline(slug: string): Promise<string | undefined> {
  const html = await (await fetch(`${site.url}/story/${slug}`)).text()
  return html.match(/<h1>(.*?)<\/h1>/)?.[1]
}

/** How many queries it took. */
async function costOf(action: () => Promise<unknown>): Promise<number> {
  const before = queries
  await action()
  return queries - before
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
/** Longer than a page is taken as it is where no live events flow. */
const pastRevalidationMs = 1_100

test('on the lake’s live events, an unchanged page costs no query, and a published one shows', async () => {
  const summit = () => headline('summit-ends-early')
  expect(await summit()).toBe('Summit Ends Early')
  // Until the events flow, pages are made anew after a second.
  do await pause(pastRevalidationMs)
  while ((await costOf(summit)) > 0)
  await room.editor.patch('article-summit').set({title: 'Summit Ends on Time'}).commit()
  while ((await summit()) !== 'Summit Ends on Time') await pause(10)
  expect(await costOf(summit)).toBe(0)
})
