import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {afterAll, beforeAll, expect, test} from '@jest/globals'
import type {Page} from 'playwright-core'
import type {Article} from '../../importer/documents.ts'
import {articleId} from '../../importer/ids.ts'
import {flowMs, type Newsroom, openingMs, openNewsroom} from './newsroom.ts'

const library =
  'Harbour Library Opens at Night\n\nThe library on the harbour opened a room on Monday that stays open until two in the morning.\nA quiet place after a long shift is all that people have asked for, the librarian said on Tuesday.\n- 12 reads\nCity\n'

let newsroom: Newsroom

beforeAll(async () => {
  newsroom = await openNewsroom()
}, openingMs)

afterAll(() => newsroom?.close())

test(
  'several files are dropped at once: a new one, a known one that changed, and one that is no text',
  async () => {
    const known = '002_ferry.txt'
    const id = articleId('raw', known)
    const text = await newsroom.client.fetch<string>('*[_id == $id][0].text', {id: `import.${id}`})
    const page = await newsroom.open('/import-copy')
    await page.getByText('Drop text files here').waitFor()
    await drop(page, {
      'library.txt': library,
      'noise.bin': '\u0000\u0001\u0002\u0003',
      [known]: text.replace('Ferry to Selby', 'Boat to Selby'),
    })
    const files = page.getByRole('list', {name: 'Files'})
    await files.getByText(/expected text/).waitFor()
    await page.getByText('A new story').waitFor()

    await files.getByRole('button', {name: known, exact: true}).click()
    await page.getByText('A known story, with news').waitFor()
    await page.getByRole('cell', {name: /Boat to Selby/}).waitFor()

    await page.getByRole('button', {name: 'Import 2 files'}).click()
    await files.getByText('Created').waitFor()
    await files.getByText('Updated').waitFor()
    expect(await newsroom.client.getDocument<Article>(id)).toMatchObject({
      title: expect.stringMatching(/^Boat to Selby/),
    })
    expect(await newsroom.client.getDocument(articleId('raw', 'library.txt'))).toBeTruthy()
    await page.context().close()
  },
  flowMs,
)

test(
  'pasted text is read, comes in as a draft of the section chosen, by the keyboard alone',
  async () => {
    const page = await newsroom.open('/import-copy')
    await page.getByRole('option', {name: 'Science'}).waitFor({state: 'attached'})
    await page.getByLabel('Raw copy').focus()
    await page.keyboard.insertText(library.replace('Library', 'Archive'))
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.getByText('A new story').waitFor()
    await page.getByRole('combobox', {name: 'Section'}).focus()
    await page.keyboard.type('Sci')
    await page.getByLabel('Import as drafts').focus()
    await page.keyboard.press('Space')
    await page.getByRole('button', {name: 'Import 1 file'}).focus()
    await page.keyboard.press('Enter')
    await page.getByText('Created').waitFor()
    const found = await newsroom.client.fetch(
      '*[_type == "article" && title match "Harbour Archive*"]{"draft": _id in path("drafts.**"), "section": section->title}',
    )
    expect(found).toEqual([{draft: true, section: 'Science'}])
    await page.context().close()
  },
  flowMs,
)

test(
  "Vision has the site's queries, ready to be asked",
  async () => {
    const page = await newsroom.open('/vision')
    await page.getByText('Site: feed').click()
    await page.getByRole('button', {name: 'Fetch'}).click()
    await page.getByText(/Execution: \d+/).waitFor()
    await page.getByText('KENNEDY').first().waitFor()
    await page.context().close()
  },
  flowMs,
)

test(
  'a large run is taken back with its progress, stopped on the way, and taken back to its end',
  async () => {
    const stories = 400
    for (let at = 0; at < stories; at++) {
      const text = `Boat ${at} Comes In\n\nThe harbour master counted boat ${at} on Monday morning, and it was in time for the tide.\n`
      writeFileSync(join(newsroom.folder, `boat-${at}.txt`), text)
    }
    const {run} = await newsroom.importFolder()
    const left = '*[_type == "article" && title match "Boat * Comes In"]'
    const page = await newsroom.open('/imports')
    // The second write hangs until Stop is pressed, however slow the machine is.
    const stopped = Promise.withResolvers<void>()
    let writes = 0
    await page.route('**/data/mutate/**', async (request) => {
      writes += 1
      if (writes > 1) await stopped.promise
      await request.continue()
    })
    await page.getByRole('button', {name: 'Take this run back…'}).click()
    await page.getByText(`Removed: ${stories}`).waitFor()
    await page.getByRole('button', {name: 'Take it back'}).click()
    await page.getByRole('progressbar', {name: 'Taken back'}).waitFor()
    await page.getByRole('button', {name: 'Stop'}).click()
    stopped.resolve()
    await page.getByText(/^Stopped after \d+ of \d+/).waitFor()
    const rest = await newsroom.client.fetch<number>(`count(${left})`)
    expect(rest).toBeGreaterThan(0)
    expect(rest).toBeLessThan(stories)

    await page.getByRole('button', {name: 'Take this run back…'}).click()
    await page.getByText(`Removed: ${rest}`).waitFor()
    await page.getByRole('button', {name: 'Take it back'}).click()
    await page.getByText(/^The run is taken back: \d+ done, 0 left/).waitFor()
    expect(await newsroom.client.fetch(`count(${left})`)).toBe(0)
    expect(await newsroom.client.getDocument(`run.${run}`)).toMatchObject({
      undoneBy: {_weak: true},
    })
    await page.context().close()
    expect(newsroom.errors).toEqual([])
  },
  flowMs,
)

/** Drops files onto the tool, as the browser does. */
async function drop(page: Page, files: Record<string, string>): Promise<void> {
  const data = await page.evaluateHandle((contents) => {
    const transfer = new DataTransfer()
    for (const [name, text] of Object.entries(contents)) transfer.items.add(new File([text], name))
    return transfer
  }, files)
  const zone = page.locator('[data-copydesk="drop"]')
  await zone.dispatchEvent('dragover', {dataTransfer: data})
  await zone.dispatchEvent('drop', {dataTransfer: data})
}
