/** The built Studio on a lake full of stories, and browsers to drive it. */
import type {Page} from 'playwright-core'
import {openLake} from '../../lake/index.ts'
import {buildStudio} from '../../scripts/build-studio.ts'
import {launchBrowser} from '../../tests/e2e/browser.ts'
import {apiVersion} from '../lakes.ts'

/** A list that takes longer than this is given up. */
export const patienceMs = 30_000
const window = {width: 1500, height: 950}

export type Desk = {
  token: string
  /** A path of the API behind its version. */
  at: (path: string) => string
  /** A window of a browser of its own, at a path of the Studio. */
  open: (path: string) => Promise<Page>
  close: () => Promise<void>
}

export async function openDesk(dir: string): Promise<Desk> {
  const lake = await openLake({dir, studioDir: await buildStudio()})
  const browser = await launchBrowser()
  return {
    at: (path) => `${lake.url}/${apiVersion}${path}`,
    token: lake.token,
    async open(path) {
      const page = await browser.newPage({viewport: window})
      page.setDefaultTimeout(patienceMs)
      await page.goto(`${lake.url}${path}#token=${lake.token}`)
      return page
    },
    async close() {
      await browser.close()
      await lake.close()
    },
  }
}
