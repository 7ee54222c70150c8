/**
 * `npm start`: builds the Studio, opens the local lake, imports the sample copy, and serves all until Ctrl-C.
 */

import {UsageError} from '../importer/files.ts'
import {importCopy} from '../importer/index.ts'
import {LakeInUseError, type OpenLake, openLake} from '../lake/index.ts'
import {type OpenSite, openSite} from '../site/index.ts'
import {buildStudio} from './buildStudio.ts'
import {command} from './command.ts'
import {type Config, ConfigError, portOf, readConfig} from './config.ts'
import {exitCodeOfError, exitCodes} from './exitCodes.ts'
import {progress} from './progress.ts'
import {readingWith} from './reading.ts'
import {siteOptions} from './siteSettings.ts'
import {fileNotes, summaryTable} from './summary.ts'
import {localProject, stateFolderOf} from './target.ts'
import {schemaValidator} from './validation.ts'

type LakeConfig = Extract<Config, {kind: 'lake'}>

const sampleFolder = 'content/raw'

const program = command('start')
  .description(
    'Builds the Studio, opens the local lake, imports content/raw, and serves until Ctrl-C.',
  )
  .option('--port <N>', 'where Studio and API are served; 0 is any free port')
  .option('--no-import', 'serve what is in the lake already')
  .parse()

const {port, import: imports} = program.opts<{port?: string; import: boolean}>()
/** What is open, the newest first: the order in which to close. */
const open: {close(): Promise<void>}[] = []
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => stop(exitCodes.done))

try {
  await start()
} catch (error) {
  console.error((error as Error).message)
  await stop(error instanceof LakeInUseError ? exitCodes.usage : exitCodeOfError(error))
}

async function start(): Promise<void> {
  const config = localConfig(readConfig())
  const studioDir = await studio()
  const lake = await openLake({...config, studioDir, port: portOf('--port', port, config.port)})
  open.unshift(lake)
  if (imports) await importSample(config, lake).catch(tellOtherFolder)
  const site = await openSite(siteOptions(config, process.env, lake))
  open.unshift(site)
  console.log(addresses(config, lake, site))
}

/** Throws ConfigError where the environment names a hosted project. */
function localConfig(config: Config): LakeConfig {
  if (config.kind === 'lake') return config
  throw new ConfigError(
    `npm start serves the local lake, and SANITY_STUDIO_PROJECT_ID names the hosted project ${config.projectId}. Use npm run import, npm run studio and npm run site with it, or leave the variable empty.`,
  )
}

/** Building takes a while, so it is said beforehand; an unchanged Studio is there at once. */
async function studio(): Promise<string> {
  const soon = setTimeout(
    () => console.error('Building the Studio; once, until its sources change …'),
    500,
  )
  try {
    return await buildStudio()
  } finally {
    clearTimeout(soon)
  }
}

async function importSample({dir, dataset}: LakeConfig, {url, token}: OpenLake): Promise<void> {
  const show = progress(process.stderr, Date.now)
  const summary = await importCopy({
    ...readingWith({}),
    validate: schemaValidator(),
    paths: [sampleFolder],
    target: {projectId: localProject, dataset, url, token},
    stateFolder: stateFolderOf(dir, localProject, dataset),
    on: (event) => {
      if (event.event === 'progress') show.show(event)
      if (event.event === 'file') for (const note of fileNotes(event)) show.say(note)
    },
  })
  show.stop()
  console.log(`Imported ${sampleFolder}\n${summaryTable(summary)}\n`)
}

/** A folder of the user's own may have the samples' name already; all else works without them. */
function tellOtherFolder(error: unknown): void {
  if (!(error instanceof UsageError)) throw error
  console.error(`${sampleFolder} was left out. ${error.message}`)
}

function addresses({dataset}: LakeConfig, lake: OpenLake, site: OpenSite): string {
  return `  Studio  ${lake.url}/#token=${lake.token}
  API     ${lake.url}/v2025-02-19/data/query/${dataset}
  Site    ${site.url}

Ctrl-C stops.`
}

async function stop(code: number): Promise<never> {
  for (const {close} of open) await close()
  process.exit(code)
}
