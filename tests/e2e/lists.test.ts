import {rmSync} from 'node:fs'
import {join} from 'node:path'
import {afterAll, beforeAll, expect, test} from '@jest/globals'
import type {Page} from 'playwright-core'
import type {Article} from '../../importer/documents.ts'
import {articleId, recordId} from '../../importer/ids.ts'
import {publish, titleOf} from './editor.ts'
import {untilTrue} from './eventually.ts'
import {flowMs, type Newsroom, openingMs, openNewsroom} from './newsroom.ts'
import {changeFile, draft} from './stories.ts'

let newsroom: Newsroom

beforeAll(async () => {
  newsroom = await openNewsroom()
}, openingMs)

afterAll(() => newsroom?.close())

test(
  'what waits for an editor stands in its list, marked, and leaves it when it is decided',
  async () => {
    const bus = articleId('raw', '003_night_bus.txt')
    await draft(newsroom.client, bus, {title: 'Mine'})
    changeFile(join(newsroom.folder, '003_night_bus.txt'), 'Night Bus', 'Late Bus')
    rmSync(join(newsroom.folder, '004_seagrass.txt'))
    expect(await newsroom.importFolder()).toMatchObject({conflicts: 1})

    const page = await newsroom.open('/structure')
    await page.getByText('Changed at the source').click()
    const conflict = row(page, 'Mine')
    await conflict.getByRole('img', {name: 'Conflict'}).waitFor()
    await conflict.click()
    await page.getByRole('button', {name: 'Keep mine: Title'}).click()
    await page.getByText('No documents of this type').waitFor()

    await newsroom.go(page, '/structure/vanished')
    const vanished = row(page, 'Seagrass')
    await vanished.getByRole('img', {name: 'Source vanished'}).waitFor()
    await newsroom.go(page, '/structure/stories')
    await row(page, 'Seagrass').getByRole('img', {name: 'Source vanished'}).waitFor()
    await page.context().close()
  },
  flowMs,
)

test(
  'what the reader doubted stands under Needs a look, and opens beside its source',
  async () => {
    const doubtful = articleId('raw', '001_lighthouse.txt')
    await newsroom.client.patch(recordId(doubtful), {set: {titleConfidence: 0.4}}).commit()
    const page = await newsroom.open('/structure/needs-a-look;low-confidence')
    await row(page, 'Volunteers').click()
    await page.locator('[data-role="title"]').waitFor()

    await held(doubtful)
    await newsroom.go(page, '/structure/needs-a-look;held-back')
    await row(page, 'Volunteers').click()
    await page.locator('[data-role="title"]').waitFor()
    await page.getByRole('tab', {name: 'Editor', exact: true}).click()
    await titleOf(page).fill('Volunteers Looked At')
    await publish(page)
    await page.getByText('No documents of this type').waitFor()

    await newsroom.go(page, '/structure/needs-a-look;inferred-section')
    await row(page, 'U.S. and Russian').click()
    await page.locator('[data-role="section"]').first().waitFor()
    await newsroom.go(page, '/structure/needs-a-look;no-section')
    await row(page, 'KENNEDY').waitFor()
    await page.context().close()
  },
  flowMs,
)

test(
  'stories are found by section with their number, by date, by drafts and by words',
  async () => {
    const page = await newsroom.open('/structure/by-section')
    await page.getByText(/^City \(\d+\)$/).click()
    await row(page, 'Ferry to Selby').waitFor()
    await newsroom.go(page, '/structure/by-date;older')
    await row(page, 'TRUMAN').waitFor()

    await draft(newsroom.client, articleId('raw', '002_ferry.txt'), {title: 'A Ferry as a Draft'})
    await newsroom.go(page, '/structure/drafts')
    await row(page, 'A Ferry as a Draft').waitFor()

    await newsroom.go(page, '/structure/stories')
    await row(page, 'KENNEDY').waitFor()
    await page.getByPlaceholder('Search list').fill('notebook')
    await row(page, 'KENNEDY').waitFor({state: 'detached'})
    await row(page, 'Observatory Finds').waitFor()

    await newsroom.go(page, '/structure/unresolved-links')
    await row(page, 'U.S. and Russian').click()
    await page.getByRole('button', {name: /Find its story: Puppet Show/}).waitFor()
    await page.context().close()
    expect(newsroom.errors).toEqual([])
  },
  flowMs,
)

/** A row of the list that is open. */
function row(page: Page, words: string) {
  return page.locator('[data-testid^="pane-item-"]').filter({hasText: words})
}

/** As an import with doubts leaves a story: as a draft, with a warning. */
async function held(id: string): Promise<void> {
  const {_rev, ...story} = (await newsroom.client.getDocument<Article>(id)) as Article & {
    _rev: string
  }
  const warning = {
    _type: 'importDiagnostic',
    _key: 'doubt',
    code: 'title-uncertain',
    level: 'warning',
    message: 'Unexpected title.',
    line: 1,
  }
  await newsroom.client
    .transaction()
    .create({...story, _id: `drafts.${id}`})
    .delete(id)
    .patch(recordId(id), {set: {diagnostics: [warning]}})
    .commit()
  await untilTrue(newsroom.client, '!defined(*[_id == $id][0])', {id})
}
