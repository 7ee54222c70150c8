import {createServer, type Server} from 'node:http'
import type {AddressInfo} from 'node:net'
import {afterEach, describe, expect, test} from '@jest/globals'
import {type OpenSite, openSite} from '../../site/index.ts'

/** A lake of one story, as far as the site asks it: queries with sync tags, and live events. */
type SmallLake = {
  url: string
  queries: number
  title: string
  publish(title: string): void
  cut(): void
}

const open: {close(): unknown}[] = []
afterEach(async () => {
  for (const each of open.splice(0).reverse()) await each.close()
})

async function smallLake({live = true} = {}): Promise<SmallLake> {
  const listeners = new Set<(event: string) => void>()
  const lake: SmallLake = {
    url: '',
    queries: 0,
    title: 'First',
    publish(title) {
      lake.title = title
      for (const send of listeners) send('id: e1\nevent: message\ndata: {"tags":["s1:story"]}\n\n')
    },
    cut: () => server.closeAllConnections(),
  }
  const server = createServer((request, response) => {
    if (request.url?.includes('/data/live/events/')) {
      if (!live) return response.writeHead(404).end('{}')
      response.writeHead(200, {'Content-Type': 'text/event-stream'})
      response.write('event: welcome\ndata: {}\n\n')
      const send = (event: string) => response.write(event)
      listeners.add(send)
      return request.on('close', () => listeners.delete(send))
    }
    lake.queries += 1
    const url = new URL(request.url ?? '', 'http://lake')
    const isStory = url.searchParams.has('$slug')
    const result = isStory
      ? {_id: 'a', title: lake.title, slug: 'a', linkedFrom: [], _updatedAt: '2026-03-02T00:00:00Z'}
      : []
    response.writeHead(200, {'Content-Type': 'application/json'})
    response.end(JSON.stringify({ms: 1, result, ...(live && {syncTags: ['s1:story']})}))
  })
  lake.url = await listening(server)
  open.push({
    close() {
      server.closeAllConnections()
      server.close()
    },
  })
  return lake
}

async function listening(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

async function siteOn(lake: SmallLake): Promise<OpenSite> {
  const site = await openSite({source: {kind: 'lake', url: lake.url}, log: () => {}})
  open.push(site)
  return site
}

const headline = async ({url}: OpenSite) =>
  (await (await fetch(`${url}/story/a`)).text()).match(/<h1>(.*?)<\/h1>/)?.[1]

/** Asks until the page says so: an event takes its way. */
async function until(condition: () => Promise<boolean> | boolean): Promise<void> {
  while (!(await condition())) await new Promise((resolve) => setTimeout(resolve, 10))
}

/** Until the site knows whether there are live events, nothing is kept. */
async function settled(lake: SmallLake, site: OpenSite): Promise<void> {
  await until(async () => {
    await headline(site)
    const before = lake.queries
    await headline(site)
    return lake.queries === before
  })
}

describe('with live events', () => {
  test('an unchanged page costs no query, and a change shows without a restart', async () => {
    const lake = await smallLake()
    const site = await siteOn(lake)
    await settled(lake, site)
    const before = lake.queries
    for (let n = 0; n < 5; n++) expect(await headline(site)).toBe('First')
    expect(lake.queries).toBe(before)
    lake.publish('Second')
    await until(async () => (await headline(site)) === 'Second')
    expect(lake.queries).toBe(before + 2)
  })

  test('what changed while the connection was cut shows, too', async () => {
    const lake = await smallLake()
    const site = await siteOn(lake)
    await settled(lake, site)
    expect(await headline(site)).toBe('First')
    lake.cut()
    lake.title = 'Second'
    await until(async () => (await headline(site)) === 'Second')
  })
})

test('without live events a change shows after a moment', async () => {
  const lake = await smallLake({live: false})
  const site = await siteOn(lake)
  await settled(lake, site)
  expect(await headline(site)).toBe('First')
  lake.publish('Second')
  await until(async () => (await headline(site)) === 'Second')
})

describe('a lake that is out of order', () => {
  test('leaves the pages that were read, and answers 503 for others', async () => {
    const lake = await smallLake({live: false})
    const site = await siteOn(lake)
    expect(await headline(site)).toBe('First')
    await open.shift()?.close()
    await until(async () => (await fetch(`${site.url}/story/b`)).status === 503)
    const failed = await fetch(`${site.url}/story/b`)
    expect(failed.headers.get('Retry-After')).toBe('5')
    expect(await failed.text()).not.toContain(lake.url)
    expect(await headline(site)).toBe('First')
  })
})
