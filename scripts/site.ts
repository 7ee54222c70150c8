/**
 * `npm run site`: serves the reader's site until stopped, on the lake that is being served, else on one of its own.
 */

import {existsSync} from 'node:fs'
import {openLake} from '../lake/index.ts'
import {servingLake} from '../lake/lock.ts'
import {openSite} from '../site/index.ts'
import {command} from './command.ts'
import {readConfig} from './config.ts'
import {exitCodeOfError, exitCodes} from './exitCodes.ts'
import {siteOptions} from './siteSettings.ts'

const {port} = command('site')
  .description("Serves the reader's site until it is stopped.")
  .option('--port <N>', 'where to listen; 0 is any free port (default: SITE_PORT, else 3334)')
  .parse()
  .opts<{port?: string}>()

try {
  const config = readConfig()
  const environment = {...process.env, ...(port !== undefined && {SITE_PORT: port})}
  const serving = config.kind === 'lake' ? await servingLake(config.dir) : undefined
  const isNew = config.kind === 'lake' && !existsSync(config.dir)
  const own = config.kind === 'lake' && !serving ? await openLake(config) : undefined
  const options = siteOptions(config, environment, serving ?? own)
  const site = await openSite(options)
  console.log(site.url)
  if (isNew)
    console.error(`No lake was in ${config.dir}: the site shows a new one, which is empty.`)
  console.error(draftsHint(options.previewToken, config.dir))

  const stop = async () => {
    await site.close()
    await own?.close()
    process.exit(exitCodes.done)
  }
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(exitCodeOfError(error))
}

/** Where drafts are shown; the token itself is not printed. */
function draftsHint(previewToken: string | undefined, lakeFolder: string): string {
  if (process.env.SITE_PREVIEW_TOKEN) return 'Drafts: /preview?token=… with SITE_PREVIEW_TOKEN.'
  if (previewToken) return `Drafts: /preview?token=… with the token in ${lakeFolder}/token.`
  return 'Drafts are not shown: set SITE_PREVIEW_TOKEN, and a token that may read them.'
}
