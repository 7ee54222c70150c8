import {readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, test} from '@jest/globals'
import type {Article, ImportRecord, ImportRun} from '../../importer/documents.ts'
import {articleId, recordId} from '../../importer/ids.ts'
import {seriousFindings} from './accessibility.ts'
import {expectValue, publish, titleOf} from './editor.ts'
import {untilTrue} from './eventually.ts'
import {flowMs, type Newsroom, openingMs, openNewsroom} from './newsroom.ts'

const sample = '000_4b48639e0f90224e.txt'
const sampleId = articleId('raw', sample)
const story = `/structure/stories;${sampleId}`

const orchard =
  'Orchard Opens Its Gates\n\nThe town orchard opened its gates on Sunday, and visitors may pick as many apples as they can carry home.\n- 7 reads\nCity\n'

let newsroom: Newsroom

beforeAll(async () => {
  newsroom = await openNewsroom()
}, openingMs)

afterAll(() => newsroom?.close())

describe('an editor', () => {
  test(
    'finds the imported story, changes its title, publishes, and the lake has it',
    async () => {
      const page = await newsroom.open('/structure')
      await page.getByText('All stories').click()
      await page.getByText('U.S. and Russian Officials Hold Talks').first().click()
      const title = titleOf(page)
      await title.fill('Officials Hold Talks in Miami')
      await publish(page)
      await untilTrue(
        newsroom.client,
        '*[_id == $id][0].title == "Officials Hold Talks in Miami"',
        {id: sampleId},
      )
      await page.getByText('Edited since import').waitFor()
      expect(newsroom.errors).toEqual([])
      await page.context().close()
    },
    flowMs,
  )

  test(
    'sees another editor type, and loses nothing of either',
    async () => {
      const id = articleId('raw', '004_seagrass.txt')
      const [one, two] = await Promise.all([
        newsroom.open(`/structure/stories;${id}`),
        newsroom.open(`/structure/stories;${id}`),
      ])
      await titleOf(two).waitFor()
      await titleOf(one).fill('Seagrass Meadow Doubles')
      await expectValue(titleOf(two), 'Seagrass Meadow Doubles')
      await two.locator('[data-testid="field-dek"] textarea').fill('Written in the other window.')
      await expectValue(
        one.locator('[data-testid="field-dek"] textarea'),
        'Written in the other window.',
      )
      await untilTrue(
        newsroom.client,
        '*[_id == $id][0]{"both": title == "Seagrass Meadow Doubles" && defined(dek)}.both',
        {id: `drafts.${id}`},
      )
      await Promise.all([one.context().close(), two.context().close()])
    },
    flowMs,
  )
})

describe('the views of a story', () => {
  test(
    'Source marks the words that a field was made of, beside the form and by itself',
    async () => {
      const page = await newsroom.open(`${story},inspect=copydesk-source`)
      await titleOf(page).focus()
      const words = page.locator('[data-field="title"]')
      await page.locator('[data-field="title"][aria-pressed="true"]').waitFor()
      expect(await words.textContent()).toContain('U.S. and Russian Officials Hold Talks in Miami')
      await page.locator('[data-field^="body:"]').first().click()
      await page.locator('[data-field^="body:"][aria-pressed="true"]').waitFor()
      await page.getByRole('tab', {name: 'Source', exact: true}).click()
      await page.locator('[data-role="section"]').first().waitFor()
      expect(await seriousFindings(page)).toEqual([])
      await page.context().close()
    },
    flowMs,
  )

  test(
    'Page shows the story as it is typed, and Links who links where',
    async () => {
      const id = articleId('raw', '002_ferry.txt')
      const page = await newsroom.open(`/structure/stories;${id},view=page`)
      const frame = page.frameLocator('iframe[title="The story as readers see it"]')
      await frame.getByRole('heading', {level: 1, name: /Ferry to Selby/}).waitFor()
      const writer = await newsroom.open(`/structure/stories;${id}`)
      await titleOf(writer).fill('')
      await titleOf(writer).pressSequentially('Boats Until Midnight')
      await frame.getByRole('heading', {level: 1, name: 'Boats Until Midnight'}).waitFor()
      await writer.context().close()
      expect(await seriousFindings(page)).toEqual([])
      await page.getByRole('tab', {name: 'Links', exact: true}).first().click()
      await page.getByRole('heading', {name: /stor(y|ies) links? here/}).waitFor()
      expect(await seriousFindings(page)).toEqual([])
      await page.context().close()
    },
    flowMs,
  )

  test(
    'a link that nobody found is resolved by search, by the keyboard alone',
    async () => {
      const page = await newsroom.open(`${story},view=links`)
      const find = page.getByRole('button', {name: /Find its story: Puppet Show/})
      await find.focus()
      await page.keyboard.press('Enter')
      const search = page.getByRole('textbox', {name: /Search the story for/})
      await search.focus()
      await page.keyboard.type('Bench')
      const candidate = page.getByRole('button', {name: /A Map of Every Bench/})
      await candidate.focus()
      await page.keyboard.press('Enter')
      await page.getByText('Chosen here').waitFor()
      await untilTrue(
        newsroom.client,
        '*[_id == $id][0].relatedLinks[title match "Puppet Show*"][0].match == "editor"',
        {id: `drafts.${sampleId}`},
      )
      await page.context().close()
    },
    flowMs,
  )
})

describe('a change at the source', () => {
  test(
    'of what an editor has changed waits in Compare, while the draft is open, and is decided there',
    async () => {
      const file = '003_night_bus.txt'
      const id = articleId('raw', file)
      const page = await newsroom.open(`/structure/stories;${id}`)
      await titleOf(page).fill('Bus Drivers Learn the Stars')
      await untilTrue(newsroom.client, '*[_id == $id][0].title == "Bus Drivers Learn the Stars"', {
        id: `drafts.${id}`,
      })
      const path = join(newsroom.folder, file)
      writeFileSync(
        path,
        readFileSync(path, 'utf8').replace('Night Bus Drivers', 'Late Bus Drivers'),
      )
      expect(await newsroom.importFolder()).toMatchObject({conflicts: 1})

      await page.getByText('Conflict', {exact: true}).waitFor()
      // The address of the list's story, as after a reload.
      await newsroom.go(page, `/structure/conflicts;${recordId(id)}`)
      await page.getByText(/conflicts? waits? for a decision/).waitFor()
      await page.getByRole('columnheader', {name: 'Last imported'}).waitFor()
      expect(await seriousFindings(page)).toEqual([])
      await page.getByRole('button', {name: 'Take source’s: Title'}).click()
      await untilTrue(newsroom.client, '*[_id == $id][0].title match "Late Bus*"', {
        id: `drafts.${id}`,
      })
      await untilTrue(
        newsroom.client,
        '!defined(*[_id == $id][0].conflicts[field == "title" && document == $draft][0])',
        {
          id: recordId(id),
          draft: `drafts.${id}`,
        },
      )
      const record = await newsroom.client.getDocument<ImportRecord>(recordId(id))
      expect(record?.text).toContain('Late Bus Drivers')
      expect(await newsroom.importFolder()).toMatchObject({conflicts: 0, writes: 0})
      await page.context().close()
    },
    flowMs,
  )
})

describe('Import copy', () => {
  test(
    'reads files in the browser, takes a correction, imports, and knows the file again',
    async () => {
      const page = await newsroom.open('/import-copy')
      const text =
        'Harbour Library Opens at Night\n\nThe library on the harbour opened a room on Monday that stays open until two in the morning.\nA quiet place after a long shift is all that people have asked for, the librarian said on Tuesday.\n- 12 reads\nCity\n'
      await page.getByRole('option', {name: 'City'}).waitFor({state: 'attached'})
      const drop = page.getByLabel('Text files')
      await drop.setInputFiles([
        {name: 'library.txt', mimeType: 'text/plain', buffer: Buffer.from(text)},
        {name: 'orchard.txt', mimeType: 'text/plain', buffer: Buffer.from(orchard)},
        {name: 'noise.bin', mimeType: 'text/plain', buffer: Buffer.from([0, 1, 2, 3])},
      ])
      await page.getByText('A new story').waitFor()
      await page.getByText(/expected text/).waitFor()
      await page.getByRole('combobox', {name: /Role of line 3/}).selectOption('paragraph')
      await page.getByRole('combobox', {name: /Role of line 4/}).selectOption('quote')
      expect(await seriousFindings(page)).toEqual([])
      await page.getByRole('button', {name: 'Import 2 files'}).click()
      await page.getByText('Created').nth(1).waitFor()
      const id = articleId('raw', 'library.txt')
      const article = await newsroom.client.getDocument<Article>(id)
      expect(article).toMatchObject({title: 'Harbour Library Opens at Night', reads: 12})
      expect(article?.body.map((block) => (block as {style?: string}).style)).toEqual([
        'normal',
        'blockquote',
      ])
      await page.getByText('Story and file say the same.').waitFor()
      await drop.setInputFiles([
        {
          name: 'library.txt',
          mimeType: 'text/plain',
          buffer: Buffer.from(text.replace('Night', 'Dusk')),
        },
      ])
      await page.getByText('A known story, with news').waitFor()
      await page.context().close()
    },
    flowMs,
  )
})

describe('Imports', () => {
  test(
    'shows the runs, plans an undo, and takes the run back',
    async () => {
      const page = await newsroom.open('/imports')
      const runs = page.getByRole('list', {name: 'Runs'})
      await runs.getByText('2 created').first().click()
      await page.getByRole('list', {name: 'Stories of this run'}).getByText('library.txt').waitFor()
      await page.getByRole('button', {name: 'Take this run back…'}).click()
      const plan = page.getByRole('group', {name: 'Plan of the undo'})
      await plan.getByText('Removed: 1').waitFor()
      // What an editor has corrected is an editor's: undo leaves it alone.
      await plan.getByText('library.txt: edited since').waitFor()
      expect(await seriousFindings(page)).toEqual([])
      const id = articleId('raw', 'orchard.txt')
      expect(await newsroom.client.getDocument(id)).toBeTruthy()
      await plan.getByRole('button', {name: 'Take it back'}).click()
      await untilTrue(newsroom.client, '!defined(*[_id == $id][0])', {id})
      const record = await newsroom.client.getDocument<ImportRecord>(recordId(id))
      expect(record?.state).toBe('undone')
      const runsBack = await newsroom.client.fetch<ImportRun[]>(
        '*[_type == "importRun" && defined(undoes)]',
      )
      expect(runsBack).toHaveLength(1)
      await page.context().close()
    },
    flowMs,
  )
})

test('nothing that was opened asked anything of the outside, and nothing broke', () => {
  expect([...newsroom.outside]).toEqual([])
  expect(newsroom.errors).toEqual([])
})
