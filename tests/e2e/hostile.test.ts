import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {afterAll, beforeAll, expect, test} from '@jest/globals'
import type {Page} from 'playwright-core'
import {articleId, recordId} from '../../importer/ids.ts'
import {expectValue, titleOf} from './editor.ts'
import {untilTrue} from './eventually.ts'
import {flowMs, type Newsroom, openingMs, openNewsroom} from './newsroom.ts'
import {draft} from './stories.ts'

const id = articleId('raw', '000_4b48639e0f90224e.txt')
const ferry = articleId('raw', '002_ferry.txt')
const benches = articleId('raw', '006_benches.txt')

/** Until Studio has given the connection up: it tries a few times before. */
const closingMs = 150_000

let newsroom: Newsroom

beforeAll(async () => {
  newsroom = await openNewsroom()
  await conflictIn(id)
}, openingMs)

afterAll(() => newsroom?.close())

test(
  'who may only read sees everything, and is offered nothing that would be refused',
  async () => {
    const page = await newsroom.open(
      `/structure/stories;${id},view=compare`,
      await newsroom.tokenOf('viewer'),
    )
    await page.getByText('1 conflict waits for a decision').waitFor()
    await page.getByRole('cell', {name: /Talks Go On/}).waitFor()
    expect(await page.getByRole('button', {name: /^(Take|Keep)/}).count()).toBe(0)

    await page.locator('[data-testid="action-menu-button"]').click()
    for (const action of [/Keep mine/, /Take the source/, /Import again/, /Detach/]) {
      await page.getByRole('menuitem', {name: action, disabled: true}).waitFor()
    }
    await page.keyboard.press('Escape')
    await page.getByRole('tab', {name: 'Links', exact: true}).click()
    await page.getByText('Puppet Show').first().waitFor()
    expect(await page.getByRole('button', {name: /^(Find|Leave)/}).count()).toBe(0)

    await newsroom.go(page, '/import-copy')
    await page.getByLabel('Raw copy').fill('A Headline\n\nA paragraph that ends with a stop.\n')
    await page.getByRole('button', {name: 'Read the pasted text'}).click()
    await page.getByText('A new story').waitFor()
    await page.getByText('Your role may read this, but not change it.').waitFor()
    expect(await page.getByRole('button', {name: 'Import 1 file'}).isDisabled()).toBe(true)

    await newsroom.go(page, '/imports')
    const undo = page.getByRole('button', {name: 'Take this run back…'})
    await undo.waitFor()
    expect(await undo.isDisabled()).toBe(true)
    await page.context().close()
  },
  flowMs,
)

test(
  'while the lake is away nothing typed is lost, and all views follow again once it is back',
  async () => {
    const page = await newsroom.open(`/structure/stories;${ferry}`)
    const compare = await newsroom.open(`/structure/stories;${id},view=compare`)
    await compare.getByText('1 conflict waits for a decision').waitFor()
    await titleOf(page).fill('Ferries')
    await untilTrue(newsroom.client, '*[_id == $id][0].title == "Ferries"', {id: `drafts.${ferry}`})

    const closed = page.locator('[data-testid="field-title"] :is(input[readonly], input[disabled])')
    await titleOf(page).press('End')
    await page.keyboard.type(' All Ni')
    await newsroom.withoutLake(async () => {
      await page.keyboard.type('ght Long')
      await closed.waitFor({timeout: closingMs})
    })
    const typed = await titleOf(page).inputValue()
    expect(typed).toMatch(/^Ferries All Ni/)
    await untilTrue(newsroom.client, '*[_id == $id][0].title == $typed', {
      id: `drafts.${ferry}`,
      typed,
    })
    await expectValue(titleOf(page), typed)

    await newsroom.client.patch(recordId(id)).unset(['conflicts']).commit()
    await compare.getByText('1 difference between story and source').waitFor()
    await page.context().close()
    await compare.context().close()
  },
  flowMs,
)

test(
  'two windows of one editor decide the same conflict: the second finds it decided',
  async () => {
    await conflictIn(id)
    const windows = [
      await newsroom.open(`/structure/stories;${id},view=compare`),
      await newsroom.open(`/structure/stories;${id},view=compare`),
    ] as const
    const [one, two] = windows.map((page) => page.getByRole('button', {name: 'Keep mine: Title'}))
    await Promise.all([one?.waitFor(), two?.waitFor()])
    await Promise.allSettled([one?.click(), two?.click({timeout: 5000})])
    for (const page of windows) {
      await page.getByText('1 difference between story and source').waitFor()
      await page.context().close()
    }
    const record = await newsroom.client.getDocument(recordId(id))
    expect(record?.conflicts).toEqual([])
  },
  flowMs,
)

test(
  'a log of ten thousand lines is shown page by page, and the words of a field are found in it',
  async () => {
    const lines = Array.from(
      {length: 10_000},
      (_, at) => `Entry ${at} of the log says that it rained a little in the afternoon.`,
    )
    writeFileSync(join(newsroom.folder, 'log.txt'), `A Long Log\n\n${lines.join('\n')}\n`)
    await newsroom.importFolder()
    const log = articleId('raw', 'log.txt')
    const page = await newsroom.open(`/structure/stories;${log},view=source`)
    await page.getByText('Lines 1 to 500 of').waitFor()
    expect(await page.locator('[data-role]').count()).toBe(500)
    await page.getByRole('button', {name: 'Later lines'}).click()
    await page.getByText('Lines 501 to 1000 of').waitFor()
    await page.locator('[data-field^="body:"]').first().click()
    await page.getByText('Paragraph of the body, from line').waitFor()
    await page.getByText('Lines 501 to 1000 of').waitFor()
    await page.getByRole('button', {name: 'Edit this field'}).waitFor()
    await page.context().close()
  },
  flowMs,
)

test(
  'a narrow window shows each difference with its decision beside it, and an Arabic story from right to left',
  async () => {
    writeFileSync(join(newsroom.folder, 'arabic.txt'), arabic)
    await newsroom.importFolder()
    const story = articleId('raw', 'arabic.txt')
    await draft(newsroom.client, story, {title: 'افتتاح المكتبة'})
    const page = await newsroom.open(`/structure/stories;${story},view=compare`)
    await page.setViewportSize({width: 400, height: 800})
    const take = page.getByRole('button', {name: 'Take source’s: Title'})
    await take.scrollIntoViewIfNeeded()
    const {x = 0, width = 0} = (await take.boundingBox()) ?? {}
    expect(x).toBeGreaterThanOrEqual(0)
    expect(x + width).toBeLessThanOrEqual(400)
    const cell = page.getByRole('cell', {name: /افتتاح مكتبة/}).first()
    expect(await direction(cell.locator('[dir="auto"]'))).toBe('rtl')
    await page.getByRole('tab', {name: 'Source', exact: true}).click()
    expect(await direction(page.locator('[data-role="title"] [dir="auto"]'))).toBe('rtl')
    await page.context().close()
  },
  flowMs,
)

test(
  'an empty record, a record whose story is gone, and a section that is gone are told in words',
  async () => {
    const lost = articleId('raw', 'lost.txt')
    await newsroom.client.create({
      _id: recordId(lost),
      _type: 'importRecord',
      conflicts: [{_type: 'importConflict', _key: 'a', field: 'title', document: lost}],
    } as never)
    await newsroom.client
      .patch(benches)
      .set({section: {_type: 'reference', _ref: 'section-gone', _weak: true}})
      .commit()
    const page = await newsroom.open(`/structure/conflicts;${recordId(lost)}`)
    await page.getByText('The record keeps no raw text.').waitFor()
    for (const view of ['Source', 'Page', 'Links', 'Editor']) {
      await page.getByRole('tab', {name: view, exact: true}).click()
      await standing(page)
    }
    await newsroom.go(page, `/structure/stories;${benches},view=compare`)
    await page.getByText('section-gone').waitFor()
    await page.getByRole('tab', {name: 'Page', exact: true}).click()
    await page.frameLocator('iframe').getByRole('heading', {level: 1}).waitFor()
    await page.context().close()
  },
  flowMs,
)

test(
  'a conflict is decided and copy is imported without a mouse',
  async () => {
    await conflictIn(id)
    const page = await newsroom.open(`/structure/stories;${id},view=compare`)
    await page.getByRole('button', {name: 'Keep mine: Title'}).waitFor()
    await page.getByRole('tab', {name: 'Compare', exact: true}).focus()
    await tabTo(page, 'Keep mine: Title')
    await page.keyboard.press('Enter')
    await page.getByText('1 difference between story and source').waitFor()
    await tabTo(page, 'Bring back')
    await page.keyboard.press('Enter')
    await page.getByText('1 conflict waits for a decision').waitFor()
    await page.context().close()
  },
  flowMs,
)

test('none of it broke anything', () => {
  expect(newsroom.errors).toEqual([])
})

const arabic =
  'افتتاح مكتبة الميناء ليلاً\n\nقالت أمينة المكتبة يوم الثلاثاء إن القاعة الجديدة تبقى مفتوحة حتى الثانية صباحاً.\n\n- 12 reads\n'

/** As an import leaves a story whose title both have changed. */
async function conflictIn(story: string): Promise<void> {
  const title = 'Talks Go On'
  const conflict = {
    _type: 'importConflict',
    _key: 'a',
    field: 'title',
    document: story,
    source: 'Talks End',
    story: title,
    sourceValue: '"Talks End"',
    storyValue: JSON.stringify(title),
    run: 'run',
  }
  await newsroom.client
    .transaction()
    .patch(recordId(story), {set: {conflicts: [conflict]}})
    .patch(story, {set: {title}})
    .commit()
}

/** The view is there, and no error in its place. */
async function standing(page: Page): Promise<void> {
  await page.locator('[data-testid="document-pane"]').last().waitFor()
  expect(await page.getByText(/encountered an error|went wrong/i).count()).toBe(0)
}

function direction(text: ReturnType<Page['locator']>): Promise<string> {
  return text.first().evaluate((element) => getComputedStyle(element).direction)
}

/** Presses Tab until the button has the focus. */
async function tabTo(page: Page, button: string): Promise<void> {
  const stopsMax = 200
  const name = () =>
    page.evaluate(() => {
      const element = document.activeElement
      return element?.getAttribute('aria-label') ?? element?.textContent?.trim()
    })
  for (let stop = 0; stop < stopsMax && (await name()) !== button; stop++) {
    await page.keyboard.press('Tab')
  }
  expect(await name()).toBe(button)
}
