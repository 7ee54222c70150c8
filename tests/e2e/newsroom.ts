import {cpSync, mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join, resolve} from 'node:path'
import {createClient, type SanityClient} from '@sanity/client'
import type {Browser, BrowserContext, Page} from 'playwright-core'
import {importCopy} from '../../importer/index.ts'
import type {Summary} from '../../importer/summary.ts'
import {openLake} from '../../lake/index.ts'
import {buildStudio} from '../../scripts/buildStudio.ts'
import {readingWith} from '../../scripts/reading.ts'
import {localProject} from '../../scripts/target.ts'
import {launchBrowser} from './browser.ts'
import {visit} from './visit.ts'

const sample = resolve(import.meta.dirname, '../../content/raw')
const dataset = 'production'
/** To open a newsroom in: a first build of the Studio may come before. */
export const openingMs = 300_000
/** For what an editor does in one test. */
export const flowMs = 240_000
/** Two cores that others use, too, may be slow. */
const patienceMs = 60_000

/** The real Studio on a local lake of its own, with the sample imported, and a browser to drive it. */
export type Newsroom = {
  url: string
  client: SanityClient
  /** A copy of the sample, to be changed. */
  folder: string
  importFolder: () => Promise<Summary>
  /** A window of another editor's browser, logged in as the administrator or by another token, at a path of the Studio. */
  open: (path?: string, token?: string) => Promise<Page>
  /** A token that may do what the role may. */
  tokenOf: (role: 'editor' | 'viewer') => Promise<string>
  /** The lake falls silent while the work is done, and comes back at the same address. */
  withoutLake: (work: () => Promise<void>) => Promise<void>
  /** Goes to another path of the Studio, as by its address. */
  go: (page: Page, path: string) => Promise<void>
  /** Addresses outside of this machine that any window asked for. */
  outside: Set<string>
  /** Errors that no code caught, of all windows. */
  errors: string[]
  close: () => Promise<void>
}

export async function openNewsroom(): Promise<Newsroom> {
  const home = mkdtempSync(join(tmpdir(), 'newsroom-'))
  const folder = join(home, 'raw')
  cpSync(sample, folder, {recursive: true})
  const studioDir = await buildStudio()
  const dir = join(home, 'lake')
  let lake = await openLake({dir, studioDir})
  const browser = await launchBrowser()
  const client = createClient({
    projectId: localProject,
    dataset,
    apiHost: lake.url,
    useProjectHostname: false,
    apiVersion: '2025-02-19',
    token: lake.token,
    useCdn: false,
    perspective: 'raw',
  })
  const importFolder = () =>
    importCopy({
      ...readingWith({}),
      paths: [folder],
      target: {projectId: localProject, dataset, url: lake.url, token: lake.token},
      stateFolder: join(home, 'state'),
    })
  await importFolder()
  const seen = {outside: new Set<string>(), errors: [] as string[]}
  return {
    ...seen,
    url: lake.url,
    client,
    folder,
    importFolder,
    open: (path = '/', token = lake.token) =>
      openWindow(browser, `${lake.url}${path}#token=${token}`, seen),
    tokenOf: (role) => createRobot(client, role),
    async withoutLake(work) {
      const port = Number(new URL(lake.url).port)
      await lake.close()
      try {
        await work()
      } finally {
        lake = await openLake({dir, studioDir, port})
      }
    },
    go: (page, path) => visit(page, `${lake.url}${path}`),
    async close() {
      await browser.close()
      await lake.close()
      rmSync(home, {recursive: true, force: true})
    },
  }
}

async function openWindow(
  browser: Browser,
  address: string,
  {outside, errors}: Pick<Newsroom, 'outside' | 'errors'>,
): Promise<Page> {
  const context: BrowserContext = await browser.newContext({viewport: {width: 1500, height: 950}})
  const page = await context.newPage()
  page.setDefaultTimeout(patienceMs)
  page.on('pageerror', (error) => errors.push(error.message))
  const asked = (address: string) => {
    const {protocol, hostname} = new URL(address)
    if (/^(https?|wss?):$/.test(protocol) && !/(^|\.)localhost$/.test(hostname)) {
      outside.add(address)
    }
  }
  page.on('request', (request) => asked(request.url()))
  page.on('websocket', (socket) => asked(socket.url()))
  await visit(page, address)
  return page
}

async function createRobot(client: SanityClient, role: string): Promise<string> {
  const {token} = await client.request<{token: string}>({
    method: 'POST',
    url: `/access/project/${localProject}/robots`,
    body: {label: role, memberships: [{resourceType: 'project', roleNames: [role]}]},
  })
  return token
}
