/** `npm run bench -- NAME|all --n N`: prints one JSON object a line and exits 0 even where a bar is missed. */
import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {Command} from 'commander'
import {benchmarks} from '../bench/index.ts'

const command = new Command('bench')
  .description('Measure against peers and limits; one JSON object a line.')
  .argument('<name>', `all, or one of: ${Object.keys(benchmarks).join(', ')}`)
  .option('--n <count>', 'stories to measure with', Number, 10_000)
  .parse()

const [wanted = 'all'] = command.args
const names = wanted === 'all' ? Object.keys(benchmarks) : [wanted]
const unknown = names.find((name) => !(name in benchmarks))
if (unknown) command.error(`There is no benchmark "${unknown}".`, {exitCode: 2})

for (const name of names) {
  const folder = await mkdtemp(join(tmpdir(), `copydesk-bench-${name}-`))
  try {
    for await (const row of benchmarks[name]?.({n: command.opts().n, folder}) ?? []) {
      console.log(JSON.stringify(row))
    }
  } finally {
    await rm(folder, {recursive: true, force: true})
  }
}
