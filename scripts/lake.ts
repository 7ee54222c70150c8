/**
 * `npm run lake`: serves the local lake alone; with `--exec` only as long as a command runs.
 */

import {existsSync} from 'node:fs'
import {Option} from 'commander'
import {backupLake} from '../lake/backup.ts'
import {LakeInUseError, type OpenLake, openLake} from '../lake/index.ts'
import {command} from './command.ts'
import {ConfigError, portOf, readConfig} from './config.ts'
import {exitCodes} from './exitCodes.ts'
import {exportTo, seedFrom} from './lakeData.ts'
import {runBeside} from './lakeExec.ts'

type Flags = {
  port?: string
  dataset?: string
  ephemeral?: boolean
  seed?: string
  exportOnExit?: string
  exec?: string
  limits?: 'hosted'
  faults?: string
  backup?: string
}

const flags = command('lake')
  .description('Serves the local lake until Ctrl-C.')
  .option('--port <N>', 'where to listen; 0 is any free port')
  .option('--dataset <NAME>', 'the dataset that is there from the beginning')
  .option('--ephemeral', 'keep nothing on disk')
  .option('--seed <FILE>', 'put in the documents of an NDJSON file or an export.tar.gz first')
  .option('--export-on-exit <FILE>', 'write the dataset to FILE (.ndjson or .tar.gz) at the end')
  .option('--exec <COMMAND>', 'run a command beside the lake, then stop with its exit code')
  .addOption(new Option('--limits <WHOSE>', 'enforce published rates').choices(['hosted']))
  .option('--faults <SEED>', 'let requests fail, as a seed decides')
  .option('--backup <FOLDER>', 'copy the lake, running or not, to a new folder, and stop')
  .parse()
  .opts<Flags>()

try {
  process.exitCode = await main(flags)
} catch (error) {
  console.error((error as Error).message)
  const isUsage = error instanceof LakeInUseError || error instanceof ConfigError
  process.exitCode = isUsage ? exitCodes.usage : exitCodes.failed
}

async function main({backup, ...rest}: Flags): Promise<number> {
  const {dir} = readConfig()
  if (backup === undefined) return serve(dir, rest)
  backupLake(dir, backup)
  console.log(backup)
  return exitCodes.done
}

async function serve(dir: string, options: Omit<Flags, 'backup'>): Promise<number> {
  const {port, ephemeral, limits, seed, exportOnExit, exec} = options
  const dataset = options.dataset ?? readConfig().dataset
  if (seed && !existsSync(seed)) throw new ConfigError(`--seed: there is no file ${seed}.`)
  const lake = await openLake({
    dir: ephemeral ? undefined : dir,
    port: port === undefined ? portFor(options) : portOf('--port', port, 0),
    dataset,
    limits,
    faults: options.faults === undefined ? undefined : seedOf(options.faults),
  })
  try {
    if (seed) await lake.spared(() => seedFrom(seed, lake, dataset))
    console.error(`The lake listens at ${lake.url}`)
    const code = exec ? await runBeside(exec, lake, dataset) : await untilStopped(lake)
    const isLost = exportOnExit && !(await exported(exportOnExit, lake, dataset))
    return isLost && !exec ? exitCodes.failed : code
  } finally {
    await lake.close()
  }
}

/** Whether the export came about: the exit code of a command is the command's, whatever becomes of it. */
async function exported(file: string, lake: OpenLake, dataset: string): Promise<boolean> {
  try {
    await lake.spared(() => exportTo(file, lake, dataset))
    return true
  } catch (error) {
    console.error(`The lake was not exported to ${file}: ${(error as Error).message}`)
    return false
  }
}

/** A lake for one command takes any free port: several may run at once. */
function portFor({exec}: Flags): number {
  const fixed = exec ? 0 : 3333
  return portOf('LAKE_PORT', exec ? undefined : process.env.LAKE_PORT, fixed)
}

function seedOf(text: string): number {
  const seed = Number(text)
  if (Number.isInteger(seed)) return seed
  throw new ConfigError(`--faults is "${text}": expected a whole number.`)
}

function untilStopped({url}: OpenLake): Promise<number> {
  console.log(url)
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.once(signal, () => resolve(exitCodes.done))
    }
  })
}
