import {accessSync, constants} from 'node:fs'
import {delimiter, join} from 'node:path'
import {type Browser, chromium} from 'playwright-core'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** A headless Chromium: `CHROME_PATH`, else one on the machine, else the one that comes with the packages. */
export async function launchBrowser(): Promise<Browser> {
  const {path, args} = (await machineBrowser()) ?? (await packagedBrowser())
  try {
    return await chromium.launch({executablePath: path, args: [...args, ...flags], headless: true})
  } catch (error) {
    throw new Error(
      `The browser ${path} does not start. Install one: sudo apt-get install -y chromium, or set CHROME_PATH.`,
      {cause: error},
    )
  }
}

type Found = {path: string; args: string[]}

async function machineBrowser(): Promise<Found | undefined> {
  const chosen = process.env.CHROME_PATH
  if (chosen) return {path: chosen, args: []}
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean)
  const candidates = folders.flatMap((folder) => names.map((name) => join(folder, name)))
  const path = candidates.find(isExecutable)
  return path === undefined ? undefined : {path, args: []}
}

async function packagedBrowser(): Promise<Found> {
  const {default: packaged} = await import('@sparticuz/chromium')
  packaged.setGraphicsMode = false
  return {path: await packaged.executablePath(), args: packaged.args}
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
