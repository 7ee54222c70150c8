import {afterAll, beforeAll, expect, test} from '@jest/globals'
import type {Page} from 'playwright-core'
import {articleId} from '../../importer/ids.ts'
import {openSite} from '../../site/index.ts'
import {untilTrue} from './eventually.ts'
import {flowMs, type Newsroom, openingMs, openNewsroom} from './newsroom.ts'

const id = articleId('raw', '002_ferry.txt')

let newsroom: Newsroom
let site: Awaited<ReturnType<typeof openSite>>

beforeAll(async () => {
  newsroom = await openNewsroom()
  site = await openSite({source: {kind: 'lake', url: newsroom.url}, log: () => {}})
}, openingMs)

afterAll(async () => {
  await site?.close()
  await newsroom?.close()
})

test(
  'a story with a new slug is found under its old ones, and a slug taken up again is no former one',
  async () => {
    const first = await newsroom.client.fetch<string>('*[_id == $id][0].slug.current', {id})
    const page = await newsroom.open(`/structure/stories;${id}`)

    await publishAs(page, {id, slug: 'ferry-to-selby'})
    expect(await answer(first)).toEqual([301, '/story/ferry-to-selby'])

    await publishAs(page, {id, slug: 'selby-ferry'}, 'Control+Alt+p')
    expect(await answer(first)).toEqual([301, '/story/selby-ferry'])
    expect(await answer('ferry-to-selby')).toEqual([301, '/story/selby-ferry'])

    await publishAs(page, {id, slug: first})
    expect(await answer(first)).toEqual([200, null])
    expect(await answer('selby-ferry')).toEqual([301, `/story/${first}`])
    const former = await newsroom.client.fetch('*[_id == $id][0].formerSlugs', {id})
    expect(former).toEqual(['ferry-to-selby', 'selby-ferry'])
    expect(newsroom.errors).toEqual([])
    await page.context().close()
  },
  flowMs,
)

test(
  'a release that gives a story a new slug keeps the old one, too',
  async () => {
    const story = articleId('raw', '004_seagrass.txt')
    const first = await newsroom.client.fetch<string>('*[_id == $story][0].slug.current', {story})
    const releaseId = 'rspring'
    await newsroom.client.releases.create({releaseId, metadata: {title: 'Spring'}})
    await newsroom.client.createVersion({releaseId, publishedId: story, baseId: story})
    const page = await newsroom.open(`/structure/stories;${story}?perspective=${releaseId}`)
    await page.locator('[data-testid="field-slug"] input').first().fill('seagrass-in-spring')
    await untilTrue(newsroom.client, '$first in *[_id == $version][0].formerSlugs', {
      first,
      version: `versions.${releaseId}.${story}`,
    })
    await newsroom.client.releases.publish({releaseId})
    expect(await answer(first)).toEqual([301, '/story/seagrass-in-spring'])
    await page.context().close()
  },
  flowMs,
)

test(
  'an unpublished story is not there; published under another slug, its old addresses lead to it',
  async () => {
    const story = articleId('raw', '006_benches.txt')
    const first = await newsroom.client.fetch<string>('*[_id == $story][0].slug.current', {story})
    const page = await newsroom.open(`/structure/stories;${story}?perspective=published`)
    await page.locator('[data-testid="field-slug"] input').first().waitFor()
    await page.locator('[data-testid="action-unpublish"]:not([data-disabled="true"])').click()
    await page
      .getByRole('dialog')
      .getByRole('button', {name: /^Unpublish/})
      .click()
    await untilTrue(newsroom.client, '!defined(*[_id == $story][0])', {story})
    await untilTrue(newsroom.client, '$first in *[_id == $draft][0].formerSlugs', {
      first,
      draft: `drafts.${story}`,
    })
    expect(await answer(first)).toEqual([404, null])

    await newsroom.go(page, `/structure/stories;${story}`)
    await publishAs(page, {id: story, slug: 'benches-of-the-city'})
    expect(await answer(first)).toEqual([301, '/story/benches-of-the-city'])
    await page.context().close()
    expect(newsroom.errors).toEqual([])
  },
  flowMs,
)

type Address = {id: string; slug: string}

/** Writes the slug and publishes at once, by the button or by a shortcut. */
async function publishAs(page: Page, {id, slug}: Address, shortcut?: string): Promise<void> {
  const button = page.locator('[data-testid="action-publish"]:not([data-disabled="true"])')
  await page.locator('[data-testid="field-slug"] input').first().fill(slug)
  await button.waitFor()
  await (shortcut ? page.keyboard.press(shortcut) : button.click())
  await untilTrue(newsroom.client, '*[_id == $id][0].slug.current == $slug', {id, slug})
  await untilTrue(newsroom.client, '!defined(*[_id == $id][0])', {id: `drafts.${id}`})
}

/** What the site answers: the status, and where it leads. */
async function answer(slug: string): Promise<[number, string | null]> {
  const response = await fetch(`${site.url}/story/${slug}`, {redirect: 'manual'})
  return [response.status, response.headers.get('location')]
}
