import {afterAll, beforeAll, describe, expect, test} from '@jest/globals'
import type {Page} from 'playwright-core'
import {articleId} from '../../importer/ids.ts'
import {expectValue, titleOf} from './editor.ts'
import {eventually, untilTrue} from './eventually.ts'
import {type Newsroom, openNewsroom} from './newsroom.ts'

const ferry = articleId('raw', '002_ferry.txt')
const seagrass = articleId('raw', '004_seagrass.txt')
/** A first build of the Studio may come before the first test. */
const openingMs = 300_000
const flowMs = 240_000
/** After which a step is tried anew. */
const soon = {timeout: 15_000}

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

/** Studio draws the page anew as its lists come in, which takes an open dialog away: then it is filled again. */
async function createRelease(page: Page, title: string): Promise<string> {
  const isMade = await eventually(async () => {
    if (releaseIn(page)) return true
    try {
      const field = page.getByTestId('release-form-title')
      if (!(await field.isVisible())) await page.getByText('New release').first().click(soon)
      await field.fill(title, soon)
      await page.getByTestId('submit-release-button').click(soon)
      await page.waitForURL(/\/releases\/r\w+/, soon)
    } catch {
      return false
    }
    return true
  })
  expect(isMade).toBe(true)
  return releaseIn(page) ?? ''
}

async function addDocument(page: Page, words: string, title: string): Promise<void> {
  await page.getByText('Add document').first().click()
  await page.getByPlaceholder('Search', {exact: true}).fill(words)
  await page.getByTestId('search-results').getByText(title).first().click()
}

/** An item is there to choose once Studio has tried, in a dry run, whether it may be chosen. */
async function chooseFromMenu(page: Page, item: string): Promise<void> {
  const isChosen = await eventually(async () => {
    await page.getByTestId('release-menu-button').click()
    const found = page.getByTestId(item)
    await found.waitFor()
    if (await found.isEnabled()) {
      await found.click()
      return true
    }
    await page.keyboard.press('Escape')
    return false
  })
  expect(isChosen).toBe(true)
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
      await page.getByText('Ferry to Selby').first().click()
      await titleOf(page).fill('Ferry in May')
      await untilTrue(newsroom.client, '*[_id == $id][0].title == "Ferry in May"', version)
      expect(await newsroom.client.fetch('*[_id == $id][0].title', {id: ferry})).toMatch('Selby')

      await page.goto(`${newsroom.url}/releases/${release}`)
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
      await page.goto(`${newsroom.url}/releases/${release}`)
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
      const isFound = await eventually(async () => {
        // Words that are typed before Studio listens to the field are lost.
        await page.getByPlaceholder('Search', {exact: true}).fill('')
        await page.getByPlaceholder('Search', {exact: true}).fill('lighthouse repai')
        return hit.waitFor(soon).then(
          () => true,
          () => false,
        )
      })
      expect(isFound).toBe(true)
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
