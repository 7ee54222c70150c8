import {isDeepStrictEqual} from 'node:util'
import {afterAll, beforeAll, expect, test} from '@jest/globals'
import type {SanityClient} from '@sanity/client'
import type {Browser, Page} from 'playwright-core'
import {type OpenLake, openLake} from '../../../lake/index.ts'
import {buildStudio} from '../../../scripts/buildStudio.ts'
import {launchBrowser} from '../../e2e/browser.ts'
import {eventually} from '../../e2e/eventually.ts'
import {halves} from '../assets/pictures.ts'
import {connect} from '../connect.ts'

const buildMsMax = 300_000
const testMsMax = 240_000

let lake: OpenLake
let browser: Browser
let client: SanityClient
let page: Page

beforeAll(async () => {
  const studioDir = await buildStudio()
  browser = await launchBrowser()
  lake = await openLake({studioDir})
  client = connect(lake)
  page = await browser.newPage({viewport: {width: 1500, height: 1000}})
}, buildMsMax)

afterAll(async () => {
  await browser?.close()
  await lake?.close()
})

/** The Studio is loaded once; from story to story it goes on as an editor does. */
async function openStory(id: string): Promise<void> {
  await page.goto(`${lake.url}/intent/edit/id=${id};type=article/#token=${lake.token}`)
  await titleField().waitFor()
}

const titleField = () => page.getByTestId('field-title').getByRole('textbox')

/** Waits until the dataset answers so; Studio saves when it sees fit. */
async function until(query: string, expected: unknown): Promise<void> {
  const isThere = async () =>
    isDeepStrictEqual(await client.fetch(query, {}, {perspective: 'raw'}), expected)
  expect(await eventually(isThere)).toBe(true)
}

test(
  'Studio lists edits, shows what changed and restores an earlier version',
  async () => {
    const slug = {_type: 'slug', current: 'dredging'}
    await client.create({_id: 'drafts.a', _type: 'article', title: 'Dredging begins', slug})
    await openStory('a')
    const title = titleField()
    await title.fill('Dredging begins at last')
    await until('*[_id == "drafts.a"][0].title', 'Dredging begins at last')
    await client.action({
      actionType: 'sanity.action.document.publish',
      draftId: 'drafts.a',
      publishedId: 'a',
    })
    await until('*[_id in ["a", "drafts.a"]]._id', ['a'])
    // The first words may come in one transaction with the draft, the second ones cannot.
    for (const words of ['Dredging stops', 'Dredging stops again']) {
      await title.fill(words)
      await until('*[_id == "drafts.a"][0].title', words)
    }

    await page.getByTestId('pane-context-menu-button').last().click()
    await page.getByRole('menuitem', {name: 'History'}).click()
    const events = page.getByTestId('timeline-item-button')
    /** Whether Studio draws edits together that follow one another depends on when they came. */
    const names = async () =>
      (await events.allInnerTexts())
        .map((text) => text.split('\n').filter(Boolean)[1])
        .filter((name, index, all) => name !== all[index - 1])
    const expected = ['Edited', 'Draft created', 'Published', 'Draft created']
    await eventually(async () => isDeepStrictEqual(await names(), expected))
    expect(await names()).toEqual(expected)

    await page.getByRole('tab', {name: 'Review changes'}).click()
    await page.locator('del', {hasText: 'begins at last'}).first().waitFor()
    await page.getByRole('tab', {name: 'History'}).click()
    await events.filter({hasText: 'Published'}).click()
    await page.getByRole('button', {name: 'Revert to revision'}).click()
    await page.getByRole('button', {name: 'Confirm'}).click()
    await until('*[_id == "drafts.a"][0].title', 'Dredging begins at last')
  },
  testMsMax,
)

test(
  'Studio uploads a picture and shows it',
  async () => {
    const slug = {_type: 'slug', current: 'pictures'}
    const body = [{_key: 'i1', _type: 'image'}]
    await client.create({_id: 'drafts.b', _type: 'article', title: 'Pictures', slug, body})
    await openStory('b')
    await page.getByTestId('field-body').getByText('Untitled').first().dblclick()
    const buffer = await halves(800, 400).png().toBuffer()
    const file = {name: 'halves.png', mimeType: 'image/png', buffer}
    const shown = page.waitForResponse(/\/images\/local\/production\/.+\?/)
    await page.getByRole('dialog').locator('input[type=file]').first().setInputFiles(file)
    expect((await shown).status()).toBe(200)
    await until('*[_id == "drafts.b"][0].body[0].asset->originalFilename', 'halves.png')
  },
  testMsMax,
)
