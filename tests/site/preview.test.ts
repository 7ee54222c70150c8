import {afterAll, afterEach, beforeAll, describe, expect, test} from '@jest/globals'
import {type OpenSite, openSite, type SiteOptions} from '../../site/index.ts'
import {type Newsroom, openNewsroom} from './newsroom.ts'

let room: Newsroom
beforeAll(async () => {
  room = await openNewsroom()
})
afterAll(() => room.close())

const others: OpenSite[] = []
afterEach(async () => {
  for (const site of others.splice(0)) await site.close()
})

/** Another site on the same lake, until the end of the test. */
async function anotherSite(options: Omit<SiteOptions, 'source'>): Promise<OpenSite> {
  const site = await openSite({source: {kind: 'lake', url: room.lakeUrl}, ...options})
  others.push(site)
  return site
}

const get = (path: string, cookie?: string, url = room.url) =>
  fetch(url + path, {redirect: 'manual', headers: cookie ? {Cookie: cookie} : {}})

const enter = async (to = '') =>
  get(`/preview?token=${encodeURIComponent(room.token)}${to && `&to=${encodeURIComponent(to)}`}`)

const cookieOf = (response: Response) => response.headers.get('Set-Cookie')?.split(';')[0] ?? ''

describe('with the token', () => {
  test('leads on at once, and keeps the token to itself', async () => {
    const entered = await enter()
    expect([entered.status, entered.headers.get('Location')]).toEqual([303, '/'])
    const cookie = entered.headers.get('Set-Cookie') ?? ''
    expect(cookie).toMatch(
      /^copydesk_preview=[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; SameSite=Lax$/,
    )
    expect(cookie).not.toContain(room.token)
    expect(entered.headers.get('Cache-Control')).toBe('private, no-store')
    expect(await entered.text()).not.toContain(room.token)
  })

  test('leads to pages of this site only', async () => {
    expect((await enter('/story/held-back')).headers.get('Location')).toBe('/story/held-back')
    expect((await enter('//evil.example')).headers.get('Location')).toBe('/')
  })

  test('shows drafts, and tells caches and robots to keep off', async () => {
    const cookie = cookieOf(await enter())
    const draft = await get('/story/the-bridge-opens-at-dawn', cookie)
    const html = await draft.text()
    expect(html).toContain('<h1>DRAFT bridge</h1>')
    expect(html).toContain('You are reading drafts.')
    expect(html).toContain('<meta name="robots" content="noindex"/>')
    expect(draft.headers.get('Cache-Control')).toBe('private, no-store')
    expect(html).not.toContain(room.token)
    expect((await get('/story/held-back', cookie)).status).toBe(200)
  })

  test('ends on demand', async () => {
    const left = await get('/preview/exit', cookieOf(await enter()))
    expect(left.status).toBe(303)
    expect(left.headers.get('Set-Cookie')).toMatch(/^copydesk_preview=; Max-Age=0; Path=\//)
  })
})

describe('without it', () => {
  test.each(['', '?token=', '?token=wrong', '?token=wrong&token=%00'])(
    '%s is refused',
    async (query) => {
      const refused = await get(`/preview${query}`)
      expect(refused.status).toBe(403)
      expect(refused.headers.get('Set-Cookie')).toBeNull()
    },
  )

  test.each([
    'copydesk_preview=',
    'copydesk_preview=x',
    'copydesk_preview=1; copydesk_preview=true',
  ])('the cookie %s shows nothing that is not published', async (cookie) => {
    // Someone with the token was here before: the pages that are kept know nothing of it.
    await get('/story/held-back', cookieOf(await enter()))
    expect((await get('/story/held-back', cookie)).status).toBe(404)
    expect(await (await get('/story/the-bridge-opens-at-dawn', cookie)).text()).toContain(
      '<h1>The Bridge Opens at Dawn</h1>',
    )
  })

  test('the token itself is no cookie', async () => {
    expect((await get('/story/held-back', `copydesk_preview=${room.token}`)).status).toBe(404)
  })

  test('a site that cannot read drafts has no preview, whatever opens it', async () => {
    const site = await anotherSite({previewToken: 'opens'})
    expect((await get('/preview?token=opens', undefined, site.url)).status).toBe(404)
  })

  test('a site that was given none has no preview', async () => {
    const site = await anotherSite({})
    expect((await get('/preview?token=undefined', undefined, site.url)).status).toBe(404)
    expect((await get('/preview?token=', undefined, site.url)).status).toBe(404)
  })
})

test('over https the cookie is for https only', async () => {
  const site = await anotherSite({token: room.token, publicUrl: 'https://news.example/'})
  const entered = await get(`/preview?token=${room.token}`, undefined, site.url)
  expect(entered.headers.get('Set-Cookie')).toContain('; Secure')
  expect(await (await get('/', undefined, site.url)).text()).toContain(
    '<link rel="canonical" href="https://news.example/"/>',
  )
})
