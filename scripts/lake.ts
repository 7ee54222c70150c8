import {Command, InvalidArgumentError} from 'commander'
import {config} from 'dotenv'
import {LakeInUseError, openLake} from '../lake/index.ts'

config({quiet: true})

const portMax = 65_535

function portNumber(text: string): number {
  const port = Number(text)
  if (Number.isInteger(port) && port >= 0 && port <= portMax) return port
  throw new InvalidArgumentError(`expected a port, 0 to ${portMax}`)
}

const program = new Command('lake')
  .description('Serves the local lake until it is stopped.')
  .option('--port <N>', 'where to listen; 0 is any free port', portNumber)
  .option('--dataset <NAME>', 'the dataset that is there from the beginning')
  .option('--ephemeral', 'keep nothing on disk')
  .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2))
  .parse()

type Options = {port?: number; dataset?: string; ephemeral?: boolean}
const options = program.opts<Options>()
const {LAKE_DIR, LAKE_PORT, SANITY_STUDIO_DATASET} = process.env

try {
  const lake = await openLake({
    dir: options.ephemeral ? undefined : LAKE_DIR || '.lake',
    port: options.port ?? portNumber(LAKE_PORT || '3333'),
    dataset: options.dataset ?? (SANITY_STUDIO_DATASET || 'production'),
  })
  console.log(lake.url)
  const stop = () => lake.close().then(() => process.exit(0))
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(error instanceof LakeInUseError || error instanceof InvalidArgumentError ? 2 : 1)
}
