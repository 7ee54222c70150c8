/** `npm run bench -- NAME|all --n N`: prints one JSON object a line and exits 0 even where a bar is missed. */

import {rmSync} from 'node:fs'
import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {InvalidArgumentError} from 'commander'
import {benchmarks} from '../bench/index.ts'
import {lakesIn} from '../bench/lakes.ts'
import {command} from './command.ts'
import {exitCodes} from './exitCodes.ts'

const storiesByDefault = 10_000
const digits = 4
/** Processes that are just ending may still write. */
const removalsMax = 5

const program = command('bench')
  .description('Measure against peers and limits; one JSON object a line.')
  .argument('<name>', `all, or one of: ${Object.keys(benchmarks).join(', ')}`)
  .option('--n <count>', 'stories to measure with', stories, storiesByDefault)
  .option('--lakes <folder>', 'keep the lakes there, and use those that are there')
  .parse()

const [wanted = 'all'] = program.args
const {n, lakes} = program.opts<{n: number; lakes?: string}>()
const names = wanted === 'all' ? Object.keys(benchmarks) : [wanted]
const unknown = names.find((name) => !(name in benchmarks))
if (unknown) program.error(`There is no benchmark "${unknown}".`, {exitCode: exitCodes.usage})

const root = await mkdtemp(join(tmpdir(), 'copydesk-bench-'))
process.once('exit', () => rmSync(root, {recursive: true, force: true, maxRetries: removalsMax}))
process.once('SIGINT', () => process.exit(exitCodes.interrupted))
const lakeWith = lakesIn(lakes ?? root)
for (const name of names) await run(name)

async function run(name: string): Promise<void> {
  const folder = await mkdtemp(join(root, `${name}-`))
  for await (const row of benchmarks[name]?.({n, folder, lakeWith}) ?? []) {
    console.log(JSON.stringify(row, rounded))
  }
  await rm(folder, {recursive: true, force: true})
}

/** What is measured says no more than four digits. */
function rounded(_name: string, value: unknown): unknown {
  const isMeasured = typeof value === 'number' && !Number.isInteger(value)
  return isMeasured ? Number(value.toPrecision(digits)) : value
}

function stories(text: string): number {
  const count = Number(text)
  if (Number.isInteger(count) && count > 0) return count
  throw new InvalidArgumentError('expected a whole number above 0')
}
