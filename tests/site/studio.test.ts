import {afterAll, beforeAll, expect, test} from '@jest/globals'
import type {Browser} from 'playwright-core'
import {buildStudio} from '../../scripts/buildStudio.ts'
import {launchBrowser} from '../e2e/browser.ts'
import {type Newsroom, openNewsroom} from './newsroom.ts'

const buildMsMax = 300_000

let browser: Browser
let room: Newsroom
beforeAll(async () => {
  const studioDir = await buildStudio()
  browser = await launchBrowser()
  room = await openNewsroom(undefined, {}, {studioDir})
}, buildMsMax)
afterAll(async () => {
  await browser.close()
  await room.close()
})

test('what an editor publishes in Studio is on the site when a reader reloads', async () => {
  const reader = await browser.newPage()
  await reader.goto(`${room.url}/story/summit-ends-early`)
  const headline = reader.getByRole('heading', {level: 1})
  expect(await headline.textContent()).toBe('Summit Ends Early')

  const editor = await browser.newPage()
  await editor.goto(
    `${room.lakeUrl}/intent/edit/id=article-summit;type=article/#token=${room.token}`,
  )
  await editor.getByTestId('field-title').getByRole('textbox').fill('Summit Ends on Time')
  await editor.getByTestId('action-publish').click()
  while ((await headline.textContent()) !== 'Summit Ends on Time') await reader.reload()
}, 120_000)
