import {readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {afterAll, beforeAll, describe, expect, test} from '@jest/globals'
import type {Browser, BrowserContextOptions, Page} from 'playwright-core'
import {launchBrowser} from '../e2e/browser.ts'
import {hostile} from './hostile.ts'
import {type Newsroom, openNewsroom} from './newsroom.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const phone = {width: 390, height: 844}

let browser: Browser
let room: Newsroom
beforeAll(async () => {
  browser = await launchBrowser()
  room = await openNewsroom(hostile)
})
afterAll(async () => {
  await browser.close()
  await room.close()
})

/** Opens a page of the site, and fails on everything that a browser complains about. */
async function visit<Result>(
  path: string,
  use: (page: Page) => Promise<Result>,
  options: BrowserContextOptions = {},
): Promise<Result> {
  const context = await browser.newContext({bypassCSP: false, ...options})
  try {
    const page = await context.newPage()
    const complaints: string[] = []
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
    })
    page.on('pageerror', (error) => complaints.push(String(error)))
    await page.goto(room.url + path)
    const result = await use(page)
    expect(complaints.filter((text) => !text.includes('404'))).toEqual([])
    return result
  } finally {
    await context.close()
  }
}

describe('a reader', () => {
  test('goes from the front page to a story, on to a related one, and back to its section', async () => {
    await visit('/', async (page) => {
      const headline = page.getByRole('heading', {level: 1})
      await page.getByRole('link', {name: 'The Bridge Opens at Dawn'}).first().click()
      await page.waitForURL('**/story/the-bridge-opens-at-dawn')
      expect(await headline.textContent()).toBe('The Bridge Opens at Dawn')

      const related = page.getByRole('region', {name: 'Related stories'})
      await related.getByRole('link', {name: 'Ferries Keep Running'}).click()
      await page.waitForURL('**/story/ferries-keep-running')
      expect(await headline.textContent()).toBe('Ferries Keep Running')

      await page.getByRole('article').getByRole('link', {name: 'Harbour'}).click()
      await page.waitForURL('**/section/harbour')
      expect(await headline.textContent()).toBe('Harbour')
    })
  })

  test('follows an old address', async () => {
    await visit('/story/bridge-opens', async (page) => {
      expect(page.url()).toBe(`${room.url}/story/the-bridge-opens-at-dawn`)
    })
  })

  test('finds a story by words of its text', async () => {
    await visit('/search', async (page) => {
      await page.getByRole('searchbox').fill('lorries fog')
      await page.getByRole('button', {name: 'Search'}).click()
      await page.waitForURL('**/search?q=lorries+fog')
      const hit = page.getByRole('article').first()
      expect(await hit.getByRole('link', {name: 'The Bridge Opens at Dawn'}).count()).toBe(1)
      expect(await page.locator('mark').allTextContents()).toEqual(['lorries', 'fog'])
    })
  })

  test('sees a change when it is published, and not before', async () => {
    const {editor} = room
    const headline = async () => {
      const html = await (await fetch(`${room.url}/story/summit-ends-early`)).text()
      return html.match(/<h1>(.*?)<\/h1>/)?.[1]
    }
    const {_rev, _createdAt, _updatedAt, ...published} =
      (await editor.getDocument('article-summit')) ?? {}
    const draft = {...published, _id: 'drafts.article-summit', title: 'Summit Ends on Time'}
    await editor.create(draft as never)
    expect(await headline()).toBe('Summit Ends Early')
    await editor.action({
      actionType: 'sanity.action.document.publish',
      draftId: 'drafts.article-summit',
      publishedId: 'article-summit',
    })
    while ((await headline()) !== 'Summit Ends on Time') {
      await new Promise((resolve) => setTimeout(resolve, 10))
    }
  })

  test('who only follows the keyboard gets to the story at once', async () => {
    await visit('/story/the-bridge-opens-at-dawn', async (page) => {
      await page.keyboard.press('Tab')
      expect(await page.locator(':focus').textContent()).toBe('Skip to content')
    })
  })
})

const pages = [
  '/',
  '/section/harbour',
  '/story/the-bridge-opens-at-dawn',
  '/search?q=bridge',
  '/nowhere',
]

describe.each([
  ['a desk, light', {}],
  ['a phone, dark', {viewport: phone, colorScheme: 'dark' as const}],
])('on %s', (_, options) => {
  test.each(pages)('%s is accessible, and fits', async (path) => {
    await visit(
      path,
      async (page) => {
        expect(await seriousFindings(page)).toEqual([])
        expect(
          await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
        ).toBeLessThanOrEqual(0)
      },
      options,
    )
  })
})

test('dark mode turns paper and ink around', async () => {
  const ground = (colorScheme: 'light' | 'dark') =>
    visit('/', (page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor), {
      colorScheme,
    })
  expect([await ground('light'), await ground('dark')]).toEqual([
    'rgb(253, 252, 249)',
    'rgb(22, 22, 21)',
  ])
})

test('hostile copy does nothing', async () => {
  for (const path of ['/', '/story/hostile', '/story/endless', '/search?q=script']) {
    await visit(
      path,
      async (page) => {
        expect(await page.evaluate(() => 'owned' in window)).toBe(false)
        expect(
          await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
        ).toBeLessThanOrEqual(0)
      },
      {viewport: phone},
    )
  }
})

test('a page asks for itself and its style, and for nothing from elsewhere', async () => {
  const requests: string[] = []
  const context = await browser.newContext()
  const page = await context.newPage()
  page.on('request', (request) => requests.push(request.url().replace(room.url, '')))
  await page.goto(`${room.url}/story/the-bridge-opens-at-dawn`)
  await context.close()
  expect(requests.filter((url) => !url.endsWith('.svg'))).toEqual([
    '/story/the-bridge-opens-at-dawn',
    expect.stringMatching(/^\/style\.\w+\.css$/),
  ])
})

test('RSS and sitemaps are well-formed XML', async () => {
  for (const path of [
    '/feed.xml',
    '/sitemap.xml',
    '/sitemap-sections.xml',
    '/sitemap-stories.xml',
  ]) {
    const xml = await (await fetch(room.url + path)).text()
    const root = await visit('/', (page) => page.evaluate(parseXml, xml))
    expect(root).toEqual({error: '', empty: []})
  }
})

/** Runs in the browser: its XML parser takes no half-measures. */
function parseXml(xml: string) {
  const parsed = new DOMParser().parseFromString(xml, 'application/xml')
  const needed = [
    'rss > channel > title',
    'item > title',
    'item > link',
    'item > guid',
    'item > pubDate',
    'loc',
  ]
  const found = needed.flatMap((path) => [...parsed.querySelectorAll(path)])
  return {
    error: parsed.querySelector('parsererror')?.textContent ?? '',
    empty: found.filter((element) => !element.textContent).map((element) => element.outerHTML),
  }
}

async function seriousFindings(page: Page): Promise<string[]> {
  // The site's own policy lets no script in: axe comes in by the debugger.
  await page.evaluate(axe)
  return page.evaluate(async () => {
    const {axe} = window as unknown as {axe: typeof import('axe-core')}
    const {violations} = await axe.run()
    return violations
      .filter(({impact}) => impact === 'serious' || impact === 'critical')
      .map(({id, nodes}) => `${id}: ${nodes.map(({html}) => html).join(' ')}`)
  })
}
