import {afterAll, beforeAll, expect, test} from '@jest/globals'
import {articleId} from '../../importer/ids.ts'
import {untilTrue} from './eventually.ts'
import {flowMs, type Newsroom, openingMs, openNewsroom} from './newsroom.ts'

const id = articleId('raw', '006_benches.txt')

let newsroom: Newsroom

beforeAll(async () => {
  newsroom = await openNewsroom()
}, openingMs)

afterAll(() => newsroom?.close())

test(
  'pasted pages come into the body with headings, lists, links and emphasis, and without menus',
  async () => {
    const page = await newsroom.open(`/structure/stories;${id}`)
    const body = page.locator('[data-testid="field-body"]')
    await body.scrollIntoViewIfNeeded()
    await body.locator('[contenteditable="true"]').click()
    await page.keyboard.press('Control+End')
    await page.keyboard.press('Enter')
    await body.locator('[contenteditable="true"]').evaluate((editor) => {
      const clipboardData = new DataTransfer()
      clipboardData.setData(
        'text/html',
        '<h1>Pasted&nbsp;heading</h1><p>Some <b>bold</b> <a href="https://example.com">link</a></p><nav>Menu</nav><ul><li>One</li></ul>',
      )
      editor.dispatchEvent(
        new ClipboardEvent('paste', {clipboardData, bubbles: true, cancelable: true}),
      )
    })
    const draft = {id: `drafts.${id}`}
    await untilTrue(newsroom.client, '"One" in *[_id == $id][0].body[]{"t": pt::text(@)}.t', draft)
    const pasted = await newsroom.client.fetch(
      '*[_id == $id][0].body[-3..-1]{style, listItem, "text": pt::text(@), "marks": count(children[count(marks) > 0])}',
      draft,
    )
    expect(pasted).toEqual([
      {style: 'h2', listItem: null, text: 'Pasted heading', marks: 0},
      {style: 'normal', listItem: null, text: 'Some bold link', marks: 2},
      {style: 'normal', listItem: 'bullet', text: 'One', marks: 0},
    ])
    await page.context().close()
  },
  flowMs,
)

test(
  'a slug that another story has cannot be published',
  async () => {
    const taken = await newsroom.client.fetch<string>('*[_id == $id][0].slug.current', {
      id: articleId('raw', '002_ferry.txt'),
    })
    const page = await newsroom.open(`/structure/stories;${id}`)
    const slug = page.locator('[data-testid="field-slug"] input').first()
    await slug.fill(taken)
    await page.getByTestId('field-slug').getByTestId('input-validation-icon-error').waitFor()
    await slug.fill('a-slug-of-its-own')
    await page
      .getByTestId('field-slug')
      .getByTestId('input-validation-icon-error')
      .waitFor({state: 'detached'})
    await page.locator('[data-testid="action-publish"]:not([data-disabled="true"])').click()
    await untilTrue(newsroom.client, '*[_id == $id][0].slug.current == "a-slug-of-its-own"', {id})
    await page.context().close()
  },
  flowMs,
)
