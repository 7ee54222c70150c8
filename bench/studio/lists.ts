/** The lists of the desk, opened as an editor does: in a window that stands open all day. */
import type {Locator, Page} from 'playwright-core'
import {storyTitle} from '../corpus.ts'
import {secondsOf} from '../measure.ts'
import {seed} from '../stories.ts'
import type {Desk} from './desk.ts'

/** What is clicked, one after the other, until the list is open. */
export const lists: Record<string, string[]> = {
  'all-stories': ['All stories'],
  'by-section': ['Stories by section'],
  drafts: ['Drafts'],
  older: ['Stories by date', 'Older'],
  'held-back': ['Needs a look', 'Held back as drafts'],
  'title-uncertain': ['Needs a look', 'Title uncertain'],
  'section-inferred': ['Needs a look', 'Section inferred'],
  'no-section': ['Needs a look', 'No section'],
  conflicts: ['Changed at the source'],
  'unresolved-links': ['Unresolved links'],
  vanished: ['Vanished at the source'],
}

/** From the click on the list until its first row is there. */
export async function listSeconds({page}: Desk, path: readonly string[]): Promise<number> {
  await toDesk(page)
  for (const title of path.slice(0, -1)) await item(page, title).click()
  const last = item(page, path.at(-1) ?? '')
  await last.waitFor()
  return secondsOf(async () => {
    await last.click()
    await rows(page, path.length).first().waitFor()
  })
}

/** From the last letter of a story's title until the story is there, in the list of all; `time` chooses the story. */
export async function searchSeconds({page, stories}: Desk, time: number): Promise<number> {
  await toDesk(page)
  await item(page, 'All stories').click()
  await rows(page, 1).first().waitFor()
  // The list begins with the last stories: one of the middle is not in sight.
  const title = storyTitle(Math.floor(stories / 2) + time, seed)
  const hit = page.locator('[data-testid^="pane-item-"]').filter({hasText: title})
  return secondsOf(async () => {
    await page.getByPlaceholder('Search list').fill(title)
    await hit.first().waitFor()
  })
}

/** Back to the desk with no list open, without loading Studio anew. */
async function toDesk(page: Page): Promise<void> {
  await page.evaluate(() => {
    history.pushState({}, '', '/structure')
    dispatchEvent(new PopStateEvent('popstate'))
  })
  await panes(page).nth(1).waitFor({state: 'detached'})
}

/** A row of the list that stands open behind so many others; an empty list says so. */
function rows(page: Page, behind: number): Locator {
  const pane = panes(page).nth(behind)
  return pane
    .locator('[data-testid^="pane-item-"]')
    .or(pane.getByText(/^No (documents|results|matching)/))
}

function panes(page: Page): Locator {
  return page.locator('[data-ui="ListPane"], [data-ui="DocumentListPane"]')
}

function item(page: Page, title: string): Locator {
  return page.getByTestId(`pane-item-${title}`)
}
