import {afterAll, beforeAll, expect, test} from '@jest/globals'
import type {SanityClient} from '@sanity/client'
import type {Browser, Page} from 'playwright-core'
import {type OpenLake, openLake} from '../../../lake/index.ts'
import {buildStudio} from '../../../scripts/build-studio.ts'
import {launchBrowser} from '../../e2e/browser.ts'
import {halves} from '../assets/pictures.ts'
import {connect} from '../connect.ts'

const buildMsMax = 300_000
const testMsMax = 120_000

let lake: OpenLake
let browser: Browser
let client: SanityClient

beforeAll(async () => {
  const studioDir = await buildStudio()
  browser = await launchBrowser()
  lake = await openLake({studioDir})
  client = connect(lake)
}, buildMsMax)

afterAll(async () => {
  await browser?.close()
  await lake?.close()
})

async function openStory(id: string): Promise<Page> {
  const page = await browser.newPage({viewport: {width: 1500, height: 1000}})
  await page.goto(`${lake.url}/intent/edit/id=${id};type=article/#token=${lake.token}`)
  await page.getByTestId('field-title').getByRole('textbox').waitFor()
  return page
}

/** Waits until the dataset answers so; Studio saves when it sees fit. */
async function until(query: string, expected: unknown): Promise<void> {
  const ask = () => client.fetch(query, {}, {perspective: 'raw'})
  while (JSON.stringify(await ask()) !== JSON.stringify(expected)) {
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
}

test(
  'Studio lists edits, shows what changed and restores an earlier version',
  async () => {
    const slug = {_type: 'slug', current: 'dredging'}
    await client.create({_id: 'drafts.a', _type: 'article', title: 'Dredging begins', slug})
    const page = await openStory('a')
    const title = page.getByTestId('field-title').getByRole('textbox')
    await title.fill('Dredging begins at last')
    await until('*[_id == "drafts.a"][0].title', 'Dredging begins at last')
    await client.action({
      actionType: 'sanity.action.document.publish',
      draftId: 'drafts.a',
      publishedId: 'a',
    })
    await until('*[_id in ["a", "drafts.a"]]._id', ['a'])
    await title.fill('Dredging stops')
    await until('*[_id == "drafts.a"][0].title', 'Dredging stops')

    const panel = encodeURIComponent('inspect=sanity/structure/history')
    await page.goto(`${lake.url}/structure/stories;a,${panel}`)
    const events = page.getByTestId('timeline-item-button')
    await events.nth(3).waitFor()
    const listed = (await events.allInnerTexts()).map((text) => text.split('\n').filter(Boolean)[1])
    expect(listed).toEqual(['Edited', 'Draft created', 'Published', 'Draft created'])

    await page.getByRole('tab', {name: 'Review changes'}).click()
    await page.locator('del', {hasText: 'begins at last'}).first().waitFor()
    await page.getByRole('tab', {name: 'History'}).click()
    await events.nth(2).click()
    await page.getByRole('button', {name: 'Revert to revision'}).click()
    await page.getByRole('button', {name: 'Confirm'}).click()
    await until('*[_id == "drafts.a"][0].title', 'Dredging begins at last')
    await page.close()
  },
  testMsMax,
)

test(
  'Studio uploads a picture and shows it',
  async () => {
    const slug = {_type: 'slug', current: 'pictures'}
    const body = [{_key: 'i1', _type: 'image'}]
    await client.create({_id: 'drafts.b', _type: 'article', title: 'Pictures', slug, body})
    const page = await openStory('b')
    await page.getByTestId('field-body').getByText('Untitled').first().dblclick()
    const buffer = await halves(800, 400).png().toBuffer()
    const file = {name: 'halves.png', mimeType: 'image/png', buffer}
    const shown = page.waitForResponse(/\/images\/local\/production\/.+\?/)
    await page.getByRole('dialog').locator('input[type=file]').first().setInputFiles(file)
    expect((await shown).status()).toBe(200)
    await until('*[_id == "drafts.b"][0].body[0].asset->originalFilename', 'halves.png')
    await page.close()
  },
  testMsMax,
)
