import {afterAll, beforeAll, expect, test} from '@jest/globals'
import type {Page} from 'playwright-core'
import {articleId, recordId} from '../../importer/ids.ts'
import {seriousFindings} from './accessibility.ts'
import {flowMs, type Newsroom, openingMs, openNewsroom} from './newsroom.ts'

const id = articleId('raw', '000_4b48639e0f90224e.txt')
const story = `/structure/stories;${id}`

let newsroom: Newsroom

beforeAll(async () => {
  newsroom = await openNewsroom()
  const conflict = {
    _type: 'importConflict',
    _key: 'a',
    field: 'title',
    document: id,
    source: 'Talks End',
    story: 'Talks Go On',
    sourceValue: '"Talks End"',
    storyValue: '"Talks Go On"',
    run: 'run',
  }
  await newsroom.client.patch(recordId(id), {set: {conflicts: [conflict]}}).commit()
  await newsroom.client.patch(id, {set: {title: 'Talks Go On'}}).commit()
}, openingMs)

afterAll(() => newsroom?.close())

/** `wide`: what has to fit into a narrow window, too. */
type View = {path: string; shown: (page: Page) => Promise<void>; wide?: string}

const views: Record<string, View> = {
  Source: {
    path: `${story},view=source`,
    shown: (page) => page.locator('[data-field="title"]').click(),
  },
  'Raw text': {
    path: `${story},inspect=copydesk-source`,
    shown: (page) => page.locator('[data-field="title"]').click(),
  },
  Compare: {
    path: `${story},view=compare`,
    shown: (page) => page.getByRole('button', {name: 'Keep mine: Title'}).waitFor(),
  },
  Page: {
    path: `${story},view=page`,
    shown: (page) =>
      page.frameLocator('iframe[title="The story as readers see it"]').locator('h1').waitFor(),
  },
  Links: {
    path: `${story},view=links`,
    shown: async (page) => {
      await page.getByRole('button', {name: /Find its story: Puppet/}).click()
      await page.getByRole('textbox', {name: /Search the story for/}).waitFor()
    },
  },
  'Import copy': {
    path: '/import-copy',
    wide: 'What importing will do',
    shown: async (page) => {
      await page.getByLabel('Raw copy').fill('A Headline\n\nA paragraph that ends with a stop.\n')
      await page.getByRole('button', {name: 'Read the pasted text'}).click()
      await page.getByRole('region', {name: 'What importing will do'}).waitFor()
    },
  },
  Imports: {
    path: '/imports',
    wide: 'The chosen run',
    shown: async (page) => {
      await page.getByRole('button', {name: 'Take this run back…'}).click()
      await page.getByRole('group', {name: 'Plan of the undo'}).waitFor()
    },
  },
}

test.each(Object.keys(views))(
  '%s shows itself without a serious finding in light, in dark, and in a narrow window',
  async (name) => {
    const {path, shown, wide} = views[name] as View
    const page = await newsroom.open(path)
    await shown(page)
    expect(await seriousFindings(page)).toEqual([])
    await page.emulateMedia({colorScheme: 'dark'})
    await page.waitForFunction(() => !document.querySelector('[data-scheme="light"]'))
    expect(await seriousFindings(page)).toEqual([])
    await page.setViewportSize({width: 390, height: 844})
    expect(await seriousFindings(page)).toEqual([])
    if (wide) await expectFits(page, wide)
    await page.context().close()
  },
  flowMs,
)

async function expectFits(page: Page, region: string): Promise<void> {
  const part = page.getByRole('region', {name: region})
  await part.scrollIntoViewIfNeeded()
  const {x, width} = (await part.boundingBox()) ?? {x: 0, width: 0}
  expect(x).toBeGreaterThanOrEqual(0)
  expect(x + width).toBeLessThanOrEqual(page.viewportSize()?.width ?? 0)
}

test('nothing broke, and nothing was asked of the outside', () => {
  expect(newsroom.errors).toEqual([])
  expect([...newsroom.outside]).toEqual([])
})
