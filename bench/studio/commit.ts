/** How soon another editor's window shows what one has committed. */
import {randomUUID} from 'node:crypto'
import {setTimeout as sleep} from 'node:timers/promises'
import {dataset, post} from '../lakes.ts'
import {median} from '../measure.ts'
import {storyId} from '../stories.ts'
import {type Desk, openingMs} from './desk.ts'

const edits = 20
/** Studio writes while one types, at most once a second. */
const editEveryMs = 300

/** From the lake's answer to one editor until the field in another one's window holds the words. */
export async function commitSeconds(desk: Desk): Promise<number> {
  await desk.visit(`/structure/stories;${storyId(0)}`)
  const field = desk.page.locator('[data-testid="field-title"] input').first()
  await field.waitFor({timeout: openingMs})
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
