/** The built Studio on a lake full of stories, and a browser to drive it. */
import type {Page} from 'playwright-core'
import {openLake} from '../../lake/index.ts'
import {buildStudio} from '../../scripts/buildStudio.ts'
import {launchBrowser} from '../../tests/e2e/browser.ts'
import {visit} from '../../tests/e2e/visit.ts'
import {apiVersion} from '../lakes.ts'

/** What takes longer than this is given up. */
export const patienceMs = 30_000
/** For Studio to start in. */
export const openingMs = 120_000
const window = {width: 1500, height: 950}

export type Desk = {
  stories: number
  token: string
  /** A path of the API behind its version. */
  at: (path: string) => string
  /** An editor's window. */
  page: Page
  /** Goes to a path of the Studio, as by its address: everything is loaded anew. */
  visit: (path: string) => Promise<void>
  close: () => Promise<void>
}

export async function openDesk(dir: string, stories: number): Promise<Desk> {
  const lake = await openLake({dir, studioDir: await buildStudio()})
  const browser = await launchBrowser()
  const page = await browser.newPage({viewport: window})
  page.setDefaultTimeout(patienceMs)
  page.setDefaultNavigationTimeout(openingMs)
  return {
    stories,
    at: (path) => `${lake.url}/${apiVersion}${path}`,
    token: lake.token,
    page,
    visit: (path) => visit(page, `${lake.url}${path}#token=${lake.token}`),
    async close() {
      await browser.close()
      await lake.close()
    },
  }
}
