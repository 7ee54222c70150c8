/**
 * Studio over many stories, as an editor waits for it: from the click on a list until its first row is there, from the
 * last letter of a search until its hit is, and from one editor's commit until another's window shows it.
 */
import {randomUUID} from 'node:crypto'
import {setTimeout as sleep} from 'node:timers/promises'
import {errors, type Locator, type Page} from 'playwright-core'
import {storyTitle} from './corpus.ts'
import {dataset, post} from './lakes.ts'
import {median, secondsOf} from './measure.ts'
import {all, answerTime, atLeast, atMost, type Benchmark, type Row} from './row.ts'
import {seed, storyId} from './stories.ts'
import {type Desk, openDesk, patienceMs} from './studio/desk.ts'

const fewStories = 100
/** Over many stories an editor may wait so many times longer than over few. */
const growthMax = 2
const times = 3
const slowSeconds = 5
const edits = 20
const listMsMax = 1000
const commitMsMax = 200
/** Studio writes while one types, at most once a second. */
const editEveryMs = 300

/** What is clicked, one after the other, until the list is open. */
const lists: Record<string, string[]> = {
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

export const studio: Benchmark = async function* ({n, lakeWith}) {
  const few = await measured(await lakeWith(fewStories), fewStories)
  for (const [name, seconds] of await measured(await lakeWith(n), n)) {
    yield row(name, {n, seconds, before: few.get(name) ?? Number.NaN})
  }
}

/** Seconds by name. */
async function measured(dir: string, n: number): Promise<Map<string, number>> {
  const desk = await openDesk(dir)
  try {
    const seconds = new Map<string, number>()
    for (const [name, path] of Object.entries(lists)) {
      seconds.set(name, await listSeconds(desk, path))
    }
    seconds.set('search', await searchSeconds(desk, n))
    seconds.set('commit', await commitSeconds(desk))
    return seconds
  } finally {
    await desk.close()
  }
}

function listSeconds(desk: Desk, path: string[]): Promise<number> {
  return middleOf(async () => {
    const page = await desk.open('/structure')
    await item(page, path[0] ?? '').waitFor()
    for (const title of path.slice(0, -1)) await item(page, title).click()
    const last = item(page, path.at(-1) ?? '')
    await last.waitFor()
    const taken = await secondsOf(async () => {
      await last.click()
      await rows(page, path.length).first().waitFor()
    })
    await page.close()
    return taken
  })
}

function searchSeconds(desk: Desk, n: number): Promise<number> {
  const title = storyTitle(n - 1, seed)
  return middleOf(async () => {
    const page = await desk.open('/structure/stories')
    await rows(page, 1).first().waitFor()
    const hit = page.locator('[data-testid^="pane-item-"]').filter({hasText: title})
    const taken = await secondsOf(async () => {
      await page.getByPlaceholder('Search list').fill(title)
      await hit.first().waitFor()
    })
    await page.close()
    return taken
  })
}

/** From the lake's answer to one editor until the field in another one's window holds the words. */
async function commitSeconds(desk: Desk): Promise<number> {
  const page = await desk.open(`/structure/stories;${storyId(0)}`)
  const field = page.locator('[data-testid="field-title"] input').first()
  await field.waitFor()
  const taken: number[] = []
  for (let edit = 0; edit <= edits; edit++) {
    await sleep(editEveryMs)
    const title = `As far as it is typed ${edit}`
    const [committed, shown] = await Promise.all([
      commit(desk, title),
      field.evaluate(untilValue, title),
    ])
    // The first one makes the draft.
    if (edit > 0) taken.push(Math.max(0, shown - committed))
  }
  await page.close()
  return median(taken) / 1000
}

/** Answers when it was committed, in milliseconds since 1970. */
async function commit(desk: Desk, title: string): Promise<number> {
  const publishedId = storyId(0)
  const draftId = `drafts.${publishedId}`
  const edit = {actionType: 'sanity.action.document.edit', publishedId, draftId}
  const actions = [{...edit, patch: {set: {title}}}]
  await post(desk, `/data/actions/${dataset}`, {actions, transactionId: randomUUID()})
  return Date.now()
}

/** Runs in the browser. Answers when the field held the value, in milliseconds since 1970. */
function untilValue(field: Element, value: string): Promise<number> {
  return new Promise((resolve) => {
    const timer = setInterval(() => {
      if ((field as HTMLInputElement).value !== value) return
      clearInterval(timer)
      resolve(Date.now())
    }, 1)
  })
}

/** A row of the list that stands open behind so many others; an empty list says so. */
function rows(page: Page, behind: number): Locator {
  const pane = page.locator('[data-ui="ListPane"], [data-ui="DocumentListPane"]').nth(behind)
  return pane
    .locator('[data-testid^="pane-item-"]')
    .or(pane.getByText(/^No (documents|results|matching)/))
}

function item(page: Page, title: string): Locator {
  return page.getByTestId(`pane-item-${title}`)
}

/** What is slow is not measured again; what was given up counts with the time until then. */
async function middleOf(measure: () => Promise<number>): Promise<number> {
  const taken: number[] = []
  while (taken.length < times && !taken.some((seconds) => seconds > slowSeconds)) {
    taken.push(await measure().catch(givenUp))
  }
  return median(taken)
}

function givenUp(error: unknown): number {
  if (error instanceof errors.TimeoutError) return patienceMs / 1000
  throw error
}

function row(
  name: string,
  {n, seconds, before}: {n: number; seconds: number; before: number},
): Row {
  const ratio = before / seconds
  const ms = atMost('ms', seconds * 1000, name === 'commit' ? commitMsMax : listMsMax)
  return {
    name: `studio-${name}`,
    ...answerTime(n, seconds),
    ratio,
    against: `itself with ${fewStories}, ${Math.round(before * 1000)} ms`,
    ...all(ms, atLeast('ratio', ratio, 1 / growthMax)),
  }
}
