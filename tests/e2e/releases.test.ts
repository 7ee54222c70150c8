import {afterAll, beforeAll, describe, expect, test} from '@jest/globals'
import type {Page} from 'playwright-core'
import {articleId} from '../../importer/ids.ts'
import {expectValue, titleOf} from './editor.ts'
import {eventually, untilTrue} from './eventually.ts'
import {flowMs, type Newsroom, openingMs, openNewsroom} from './newsroom.ts'

const ferry = articleId('raw', '002_ferry.txt')
const seagrass = articleId('raw', '004_seagrass.txt')
/** After which a step is tried anew. */
const soon = {timeout: 15_000}
const shortly = {timeout: 3_000}

let newsroom: Newsroom
beforeAll(async () => {
  newsroom = await openNewsroom()
}, openingMs)
afterAll(() => newsroom?.close())

/** Opens a window, and notes what the lake refused it. */
async function openWatched(path: string): Promise<{page: Page; refused: string[]}> {
  const page = await newsroom.open(path)
  const refused: string[] = []
  page.on('response', (response) => {
    if (response.status() >= 400) refused.push(`${response.status()} ${response.url()}`)
  })
  return {page, refused}
}

const releaseIn = (page: Page) => /\/releases\/(r\w+)/.exec(page.url())?.[1]

/** Does steps anew while they fail: Studio draws lists, menus and dialogs again, which loses a click now and then. */
async function untilDone(steps: () => Promise<unknown>): Promise<void> {
  const isDone = await eventually(() =>
    steps().then(
      () => true,
      () => false,
    ),
  )
  expect(isDone).toBe(true)
}

async function createRelease(page: Page, title: string): Promise<string> {
  await untilDone(async () => {
    if (releaseIn(page)) return
    const field = page.getByTestId('release-form-title')
    if (!(await field.isVisible())) await page.getByText('New release').first().click(soon)
    await field.fill(title, soon)
    await page.getByTestId('submit-release-button').click(soon)
    await page.waitForURL(/\/releases\/r\w+/, soon)
  })
  return releaseIn(page) ?? ''
}

async function addDocument(page: Page, words: string, title: string): Promise<void> {
  const hit = page.getByTestId('search-results').getByText(title).first()
  await untilDone(async () => {
    const field = page.getByPlaceholder('Search', {exact: true})
    if (!(await field.isVisible())) await page.getByText('Add document').first().click(soon)
    await field.fill(words, soon)
    await hit.waitFor(soon)
  })
  await hit.click()
}

/** The release's list leads to the version's form. */
async function openDocument(page: Page, title: string): Promise<void> {
  await untilDone(async () => {
    if (await titleOf(page).isVisible()) return
    await page.getByText(title).first().click(soon)
    await titleOf(page).waitFor(soon)
  })
}

/** An item is there to choose once Studio has tried, in a dry run, whether it may be chosen. */
async function chooseFromMenu(page: Page, item: string): Promise<void> {
  await untilDone(async () => {
    const found = page.getByTestId(item)
    if (!(await found.isVisible())) await page.getByTestId('release-menu-button').click(soon)
    await found.click(shortly)
  })
}

describe('Studio’s releases', () => {
  test(
    'are made, take a version of a story, change it, and publish it',
    async () => {
      const {page, refused} = await openWatched('/releases')
      const release = await createRelease(page, 'May edition')
      await addDocument(page, 'ferry selb', 'Ferry to Selby')
      const version = {id: `versions.${release}.${ferry}`}
      await untilTrue(newsroom.client, 'defined(*[_id == $id][0])', version)
      await openDocument(page, 'Ferry to Selby')
      await titleOf(page).fill('Ferry in May')
      await untilTrue(newsroom.client, '*[_id == $id][0].title == "Ferry in May"', version)
      expect(await newsroom.client.fetch('*[_id == $id][0].title', {id: ferry})).toMatch('Selby')

      await newsroom.go(page, `/releases/${release}`)
      await page.getByText('Ferry in May').waitFor()
      await page.getByRole('button', {name: 'Run release'}).click()
      await page.getByTestId('confirm-button').click()
      await page.getByText('This release is published successfully.').waitFor()
      await page.getByText('Ferry in May').waitFor()
      const left =
        '{"title": *[_id == $id][0].title, "versions": count(*[_id in path("versions.**")])}'
      expect(await newsroom.client.fetch(left, {id: ferry})).toEqual({
        title: 'Ferry in May',
        versions: 0,
      })
      expect([newsroom.errors, refused]).toEqual([[], []])
      await page.context().close()
    },
    flowMs,
  )

  test(
    'that are archived give their versions away, and come back with them',
    async () => {
      const page = await newsroom.open('/releases')
      const release = await createRelease(page, 'June edition')
      await newsroom.client.createVersion({
        releaseId: release,
        publishedId: seagrass,
        baseId: seagrass,
      })
      await page.getByText('Seagrass').first().waitFor()
      await chooseFromMenu(page, 'archive-release-menu-item')
      await page.getByTestId('confirm-button').click()
      await untilTrue(newsroom.client, '*[_id == $id][0].state == "archived"', {
        id: `_.releases.${release}`,
      })
      await newsroom.go(page, `/releases/${release}`)
      await chooseFromMenu(page, 'unarchive-release-menu-item')
      await untilTrue(newsroom.client, 'defined(*[_id == $id][0])', {
        id: `versions.${release}.${seagrass}`,
      })
      expect(newsroom.errors).toEqual([])
      await page.context().close()
    },
    flowMs,
  )
})

describe('Studio’s search', () => {
  test(
    'finds by the beginning of words, from anywhere and within a list',
    async () => {
      const page = await newsroom.open('/structure')
      await page
        .getByTestId('studio-navbar')
        .getByRole('button', {name: /search/i})
        .first()
        .click()
      const hit = page
        .getByTestId('search-results')
        .getByText('Volunteers Repaint Harrow Point Lighthouse')
        .first()
      await untilDone(async () => {
        // Words that are typed before Studio listens to the field are lost.
        await page.getByPlaceholder('Search', {exact: true}).fill('')
        await page.getByPlaceholder('Search', {exact: true}).fill('lighthouse repai')
        await hit.waitFor(soon)
      })
      await page.keyboard.press('Escape')
      await page.getByText('All stories').click()
      const inList = page.getByTestId('document-list-pane')
      await inList.getByText('Seagrass').first().waitFor()
      const search = page.getByPlaceholder('Search list').first()
      await search.fill('night bus')
      await inList.getByText('Night Bus Drivers').first().waitFor()
      await inList.getByText('Seagrass').first().waitFor({state: 'detached'})
      await search.fill('')
      await expectValue(search, '')
      await inList.getByText('Seagrass').first().waitFor()
      await page.context().close()
    },
    flowMs,
  )
})
