import {afterAll, beforeAll, describe, expect, test} from '@jest/globals'
import {sitemapIndex} from '../../site/sitemap.ts'
import {hostile, script} from './hostile.ts'
import {type Newsroom, openNewsroom} from './newsroom.ts'
import {jsonFeedShape, misshapes} from './shapes.ts'

let room: Newsroom
beforeAll(async () => {
  room = await openNewsroom(hostile)
})
afterAll(() => room.close())

const get = (path: string) => fetch(room.url + path)
const text = async (path: string) => (await get(path)).text()

type JsonFeed = {items: {id: string; [field: string]: unknown}[]; [field: string]: unknown}

describe('the JSON feed', () => {
  test('is a JSON Feed 1.1, hostile stories among its items', async () => {
    const response = await get('/feed.json')
    expect(response.headers.get('Content-Type')).toBe('application/feed+json; charset=utf-8')
    const feed = (await response.json()) as JsonFeed
    expect(misshapes(feed, jsonFeedShape)).toEqual([])
    expect(feed).toMatchObject({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'Copydesk',
      home_page_url: `${room.url}/`,
      feed_url: `${room.url}/feed.json`,
    })
    expect(feed.items.find(({id}) => id === 'article-bridge')).toEqual({
      id: 'article-bridge',
      url: `${room.url}/story/the-bridge-opens-at-dawn`,
      title: 'The Bridge Opens at Dawn',
      content_html: expect.stringMatching(/^<p>The first lorries .*<\/blockquote>$/),
      summary: 'Forty years in the planning, four in the making.',
      date_published: '2026-03-02T06:00:00.000Z',
      date_modified: expect.stringMatching(/Z$/),
      authors: [{name: 'Ada Marlow'}],
      tags: ['Harbour'],
      language: 'en',
    })
  })

  test('dates every story, one without a date and one with a bad one, too', async () => {
    const {items} = (await (await get('/feed.json')).json()) as JsonFeed
    expect(items).toHaveLength(8)
    expect(items.filter(({date_published}) => !date_published)).toEqual([])
  })
})

describe('the RSS feed', () => {
  test('says what it is, and holds stories whole', async () => {
    const response = await get('/feed.xml')
    expect(response.headers.get('Content-Type')).toBe('application/rss+xml; charset=utf-8')
    const xml = await response.text()
    expect(xml).toContain('<pubDate>Mon, 02 Mar 2026 06:00:00 GMT</pubDate>')
    expect(xml).toContain('<content:encoded>&lt;p&gt;The first lorries crossed')
    expect(xml).not.toContain(script)
  })
})

describe('the sitemaps', () => {
  const addresses = async (path: string) =>
    [...(await text(path)).matchAll(/<loc>(.*?)<\/loc>/g)].map(([, address = '']) =>
      address.replace(room.url, '').replaceAll('&amp;', '&'),
    )

  test('are listed by an index that robots are told of', async () => {
    expect(await text('/robots.txt')).toContain(`Sitemap: ${room.url}/sitemap.xml\n`)
    expect(await addresses('/sitemap.xml')).toEqual([
      '/sitemap-sections.xml',
      '/sitemap-stories.xml?after=',
    ])
  })

  test('lead to pages that are there, and to all of them', async () => {
    const all = [
      ...(await addresses('/sitemap-sections.xml')),
      ...(await addresses('/sitemap-stories.xml?after=')),
    ]
    expect(all).toHaveLength(1 + 4 + 8)
    for (const address of all) expect((await get(address)).status).toBe(200)
  })

  test('part more stories than one file may hold, and none is empty', async () => {
    const ends = [['article-3', 'article-4'], ['article-6', 'article-7'], ['article-9']]
    const asked: unknown[] = []
    const reader = {
      ask: async (_: string, params: unknown) => {
        asked.push(params)
        return ends[asked.length - 1] as never
      },
      tags: () => undefined,
    }
    const site = {
      title: 'News',
      url: 'https://news.example',
      stylePath: '',
      images: {of: () => undefined},
    }
    const index = await sitemapIndex(site, reader)
    expect(asked).toEqual(['', 'article-3', 'article-6'].map((after) => ({after})))
    expect(index.match(/sitemap-stories\.xml\?after=[^<]*/g)).toEqual([
      'sitemap-stories.xml?after=',
      'sitemap-stories.xml?after=article-3',
      'sitemap-stories.xml?after=article-6',
    ])
  })
})
