import {afterAll, beforeAll, describe, expect, test} from '@jest/globals'
import {HtmlValidate} from 'html-validate/node'
import {hostile, script} from './hostile.ts'
import {type Newsroom, openNewsroom} from './newsroom.ts'
import {misshapes, newsArticleShape} from './shapes.ts'

let room: Newsroom
beforeAll(async () => {
  room = await openNewsroom(hostile)
})
afterAll(() => room.close())

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(room.url + path, {headers, redirect: 'manual'})
const text = async (path: string) => (await get(path)).text()

const pages = [
  '/',
  '/section/harbour',
  '/section/harbour?before=2026-03-02T06%3A00%3A00Z~article-bridge',
  '/section/empty',
  `/section/${encodeURIComponent('"><script>')}`,
  '/story/the-bridge-opens-at-dawn',
  '/story/hostile',
  '/story/endless',
  '/search',
  '/search?q=bridge',
  `/search?q=${encodeURIComponent(script)}`,
  '/nowhere',
]

describe('pages', () => {
  test.each(pages)('%s is valid HTML', async (path) => {
    const validator = new HtmlValidate({
      extends: ['html-validate:recommended'],
      rules: {
        // Hono writes void elements the XML way, and long headlines are the copy's.
        'void-style': ['error', {style: 'selfclosing'}],
        'long-title': 'off',
      },
    })
    const {results} = await validator.validateString(await text(path))
    expect(
      results.flatMap(({messages}) => messages.map(({ruleId, message}) => `${ruleId}: ${message}`)),
    ).toEqual([])
  })

  test.each(pages)('%s keeps hostile copy as text', async (path) => {
    const html = await text(path)
    expect(html).not.toMatch(/<script(?! type="application\/ld\+json">)/)
    expect(html).not.toMatch(/<img[^>]*onerror|<[^>]*javascript:/i)
    expect(html.match(/<\/title>/g)).toHaveLength(1)
  })

  test('are as long as their content, not as the longest headline', async () => {
    expect((await text('/')).length).toBeLessThan(20_000)
    expect((await text('/story/endless')).length).toBeGreaterThan(200_000)
  })

  test('lead on', async () => {
    const story = await text('/story/the-bridge-opens-at-dawn')
    expect(story).toContain('<a href="/story/ferries-keep-running">Ferries Keep Running</a>')
    expect(story).toContain('<li dir="auto">A story that nobody has</li>')
    expect(story).toContain('<a href="https://example.org/elsewhere" rel="noopener">Elsewhere</a>')
    expect(story).toContain('<a href="/section/harbour">Harbour</a>')
    expect(story).toContain(
      `<link rel="canonical" href="${room.url}/story/the-bridge-opens-at-dawn"/>`,
    )
  })

  test('move with their story', async () => {
    const moved = await get('/story/bridge-to-open')
    expect([moved.status, moved.headers.get('Location')]).toEqual([
      301,
      '/story/the-bridge-opens-at-dawn',
    ])
  })

  test.each([
    ['/section/harbour/', '/section/harbour'],
    ['/section/harbour//?before=2026~x', '/section/harbour?before=2026~x'],
    ['//evil.example/', '/evil.example'],
    ['/preview/?token=secret', '/preview?token=secret'],
  ])(
    'are found with a slash behind them, too: %s, whatever host was asked for',
    async (path, to) => {
      const {status, headers} = await get(path, {Host: 'evil.example'})
      expect([status, headers.get('Location')]).toEqual([301, to])
      expect(headers.get('Cache-Control')).toBe('private, no-store')
    },
  )

  test.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])(
    'are for reading: %s is refused',
    async (method) => {
      for (const path of ['/', '/story/the-bridge-opens-at-dawn', '/preview', '/nowhere']) {
        const {status, headers} = await fetch(room.url + path, {method})
        expect([status, headers.get('Allow')]).toEqual([405, 'GET, HEAD'])
      }
    },
  )

  test('say by HEAD what they say by GET', async () => {
    const head = await fetch(`${room.url}/story/the-bridge-opens-at-dawn`, {method: 'HEAD'})
    const whole = await get('/story/the-bridge-opens-at-dawn')
    expect([head.status, await head.text()]).toEqual([200, ''])
    expect(head.headers.get('Vary')).toBe(whole.headers.get('Vary'))
  })

  test.each([
    '/nowhere',
    '/story/nowhere',
    '/section/nowhere',
    '/story/held-back',
    '/section/secret',
  ])('are missing at %s', async (path) => expect((await get(path)).status).toBe(404))

  test('bring no script, frame or address from elsewhere', async () => {
    expect((await get('/')).headers.get('Content-Security-Policy')).toMatch(
      /^default-src 'none'; style-src 'self'; img-src 'self' http:\/\/localhost:\d+; /,
    )
    expect((await get('/')).headers.get('X-Content-Type-Options')).toBe('nosniff')
  })
})

describe('structured data', () => {
  const read = async (path: string) => {
    const [, json = ''] =
      (await text(path)).match(/<script type="application\/ld\+json">(.*?)<\/script>/) ?? []
    return JSON.parse(json) as Record<string, unknown>
  }

  test.each([
    '/story/the-bridge-opens-at-dawn',
    '/story/pilots-vote-again',
    '/story/hostile',
    '/story/endless',
  ])('of %s is a NewsArticle', async (path) =>
    expect(misshapes(await read(path), newsArticleShape)).toEqual([]),
  )

  test('says of a story what the copy says, and no more', async () => {
    expect(await read('/story/the-bridge-opens-at-dawn')).toEqual({
      '@context': 'https://schema.org',
      '@type': 'NewsArticle',
      headline: 'The Bridge Opens at Dawn',
      description: 'Forty years in the planning, four in the making.',
      url: `${room.url}/story/the-bridge-opens-at-dawn`,
      mainEntityOfPage: {'@type': 'WebPage', '@id': `${room.url}/story/the-bridge-opens-at-dawn`},
      datePublished: '2026-03-02T06:00:00Z',
      dateModified: expect.stringMatching(/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/),
      author: [{'@type': 'Person', name: 'Ada Marlow'}],
      articleSection: 'Harbour',
      inLanguage: 'en',
      publisher: {'@type': 'Organization', name: 'Copydesk', url: room.url},
    })
    const undated = await read('/story/pilots-vote-again')
    expect(undated).not.toHaveProperty('datePublished')
    expect(undated).not.toHaveProperty('author')
    expect(await read('/story/hostile')).toMatchObject({
      headline: expect.stringContaining('<script>'),
    })
  })
})

describe('what browsers and caches may keep', () => {
  test('nothing without asking; an unchanged page is not sent again', async () => {
    const first = await get('/story/the-bridge-opens-at-dawn')
    expect(first.headers.get('Cache-Control')).toBe('public, max-age=0, must-revalidate')
    const etag = first.headers.get('ETag') ?? ''
    const again = await get('/story/the-bridge-opens-at-dawn', {'If-None-Match': etag})
    expect([again.status, await again.text()]).toEqual([304, ''])
    expect(again.headers.get('ETag')?.replace('W/', '')).toBe(etag.replace('W/', ''))
    expect(again.headers.get('Vary')).toBe('Accept-Encoding, Cookie')
  })

  test('the style sheet for good: its name changes with it', async () => {
    const [, style = ''] = (await text('/')).match(/<link rel="stylesheet" href="([^"]+)"/) ?? []
    const {headers, status} = await get(style)
    expect(status).toBe(200)
    expect(headers.get('Cache-Control')).toBe('public, max-age=31536000, immutable')
    expect(headers.get('Content-Type')).toBe('text/css; charset=utf-8')
  })
})
