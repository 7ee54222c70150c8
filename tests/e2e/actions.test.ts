import {readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {afterAll, beforeAll, expect, test} from '@jest/globals'
import type {ImportRecord} from '../../importer/documents.ts'
import {articleId, recordId} from '../../importer/ids.ts'
import {choose, expectValue, revertTo, titleOf} from './editor.ts'
import {untilTrue} from './eventually.ts'
import {flowMs, type Newsroom, openingMs, openNewsroom} from './newsroom.ts'
import {changeFile, draft} from './stories.ts'

let newsroom: Newsroom

beforeAll(async () => {
  newsroom = await openNewsroom()
}, openingMs)

afterAll(() => newsroom?.close())

test(
  "the source's version is taken for one field, then for all, and history brings mine back",
  async () => {
    const id = articleId('raw', '001_lighthouse.txt')
    const {title} = await draft(newsroom.client, id, {title: 'Mine', reads: 1})
    const page = await newsroom.open(`/structure/stories;${id}`)
    await expectValue(titleOf(page), 'Mine')

    await choose(page, /Take the source's version/)
    await page.getByRole('button', {name: "Take the source's title"}).click()
    await expectValue(titleOf(page), title)
    await untilTrue(newsroom.client, '*[_id == $id][0].reads == 1', {id: `drafts.${id}`})

    await choose(page, /Take the source's version/)
    await page.getByRole('button', {name: 'Take everything'}).click()
    await untilTrue(newsroom.client, '*[_id == $id][0].reads > 1', {id: `drafts.${id}`})

    await revertTo(page, 'Draft created')
    await expectValue(titleOf(page), 'Mine')
    await page.context().close()
  },
  flowMs,
)

test(
  'a conflict is settled for mine, and brought back',
  async () => {
    const file = '003_night_bus.txt'
    const id = articleId('raw', file)
    await draft(newsroom.client, id, {title: 'Mine'})
    changeFile(join(newsroom.folder, file), 'Night Bus', 'Late Bus')
    expect(await newsroom.importFolder()).toMatchObject({conflicts: 1})
    const page = await newsroom.open(`/structure/stories;${id}`)
    const badge = page.getByText('Conflict', {exact: true})
    await badge.waitFor()

    await choose(page, /Keep mine and settle/)
    await badge.waitFor({state: 'detached'})
    await page.getByRole('button', {name: 'Bring back'}).click()
    await badge.waitFor()
    await expectValue(titleOf(page), 'Mine')

    await choose(page, /Keep mine and settle/)
    await badge.waitFor({state: 'detached'})
    await untilTrue(newsroom.client, 'count(*[_id == $id][0].conflicts) == 0', {id: recordId(id)})
    expect(await newsroom.importFolder()).toMatchObject({conflicts: 0, writes: 0})
    await page.context().close()
  },
  flowMs,
)

test(
  'paragraph by paragraph, the source’s words are taken or mine are kept',
  async () => {
    const file = '005_notebook.txt'
    const id = articleId('raw', file)
    const path = join(newsroom.folder, file)
    const [first, second] = await paragraphs(id)
    const mine = {first: `Mine. ${first}`, second: `Mine, too. ${second}`}
    const body = await newsroom.client.fetch<object[]>('*[_id == $id][0].body', {id})
    const edited = body.map((block) => {
      const text = JSON.stringify(block)
      const changes = [
        [first, mine.first],
        [second, mine.second],
      ].map((pair) => pair.map((words) => JSON.stringify(words).slice(1, -1)) as [string, string])
      return JSON.parse(changes.reduce((all, [from, to]) => all.replace(from, to), text))
    })
    await draft(newsroom.client, id, {body: edited})
    writeFileSync(
      path,
      readFileSync(path, 'utf8')
        .replace(first, `News. ${first}`)
        .replace(second, `More news. ${second}`),
    )
    expect(await newsroom.importFolder()).toMatchObject({conflicts: 1})

    const page = await newsroom.open(`/structure/conflicts;${recordId(id)}`)
    const row = (words: string) => page.getByRole('row').filter({hasText: words})
    await row(mine.first)
      .getByRole('button', {name: /^Take source’s/})
      .click()
    await row(`News. ${first}`).getByText('Same', {exact: true}).waitFor()
    await row(mine.second)
      .getByRole('button', {name: /^Keep mine/})
      .click()
    await untilTrue(newsroom.client, 'count(*[_id == $id][0].conflicts) == 0', {id: recordId(id)})
    const decided = await paragraphs(`drafts.${id}`)
    expect(decided.slice(0, 2)).toEqual([`News. ${first}`, mine.second])
    await page.context().close()
  },
  flowMs,
)

test(
  'a story is read again by the rules of today, and what was edited stays',
  async () => {
    const id = articleId('raw', '004_seagrass.txt')
    const {title} = await draft(newsroom.client, id, {
      title: 'Read otherwise',
      dek: 'Written here.',
    })
    const record = await newsroom.client.getDocument<ImportRecord>(recordId(id))
    const base = JSON.parse(record?.base ?? '')
    const former = {...base, fields: {...base.fields, title: 'Read otherwise'}}
    await newsroom.client.patch(recordId(id), {set: {base: JSON.stringify(former)}}).commit()

    const page = await newsroom.open(`/structure/stories;${id}`)
    await expectValue(titleOf(page), 'Read otherwise')
    await choose(page, /Import again/)
    await page.getByText('1 field read anew').waitFor()
    await expectValue(titleOf(page), title)
    await expectValue(page.locator('[data-testid="field-dek"] textarea'), 'Written here.')

    await revertTo(page, 'Draft created')
    await expectValue(titleOf(page), 'Read otherwise')
    await page.context().close()
  },
  flowMs,
)

test(
  'a detached story hears no more from its source, until it is attached again',
  async () => {
    const file = '006_benches.txt'
    const id = articleId('raw', file)
    const page = await newsroom.open(`/structure/stories;${id}`)
    await choose(page, /Detach from source/)
    await page.getByRole('button', {name: 'Detach'}).click()
    await page.getByText('Detached', {exact: true}).waitFor()

    changeFile(join(newsroom.folder, file), 'A Map of Every Bench', 'An Atlas of Every Bench')
    await newsroom.importFolder()
    const title = await titleOf(page).inputValue()
    expect(title).toMatch(/^A Map/)

    await choose(page, /Attach to source again/)
    await page.getByText('Imported', {exact: true}).waitFor()
    changeFile(join(newsroom.folder, file), 'An Atlas', 'A Plan')
    await newsroom.importFolder()
    await expectValue(titleOf(page), title.replace('A Map', 'A Plan'))
    await page.context().close()
  },
  flowMs,
)

test(
  'open links are led to by the menu, resolved by a click, and history opens them again',
  async () => {
    const id = articleId('raw', '000_4b48639e0f90224e.txt')
    await draft(newsroom.client, id, {})
    const page = await newsroom.open(`/structure/stories;${id}`)
    await choose(page, /Resolve 5 links/)
    await page.getByRole('button', {name: /Find its story: Puppet Show/}).click()
    await page.getByRole('textbox', {name: /Search the story for/}).fill('Ferry')
    await page.getByRole('button', {name: /Ferry to Selby/}).click()
    await page.getByText('Chosen here').waitFor()
    await page.getByRole('tab', {name: 'Editor', exact: true}).click()
    await revertTo(page, 'Draft created')
    const puppets = '*[_id == $id][0].relatedLinks[title match "Puppet*"][0]'
    await untilTrue(newsroom.client, `!defined(${puppets}.article)`, {id: `drafts.${id}`})
    await page.context().close()
    expect(newsroom.errors).toEqual([])
  },
  flowMs,
)

async function paragraphs(id: string): Promise<[string, string, ...string[]]> {
  return newsroom.client.fetch('*[_id == $id][0].body[]{"text": pt::text(@)}.text', {id})
}
