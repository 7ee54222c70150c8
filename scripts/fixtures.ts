/** `npm run fixtures`: writes the golden fixtures anew; `-- --check` only compares. Read the diff. */

import {readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {command} from './command.ts'
import {exitCodes} from './exitCodes.ts'
import {fixtures, fixturesFolder, goldenName, goldenOf} from './golden.ts'

const {check} = command('fixtures')
  .description('Writes what Copydesk makes of the raw copy in tests/fixtures.')
  .option('--check', 'compare, write nothing')
  .parse()
  .opts<{check?: boolean}>()

for (const slug of fixtures()) {
  const file = join(fixturesFolder, slug, goldenName)
  const golden = await goldenOf(slug)
  if (golden === read(file)) continue
  console.log(`${check ? 'Differs' : 'Written'}: ${file}`)
  if (check) process.exitCode = exitCodes.failed
  else writeFileSync(file, golden)
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}
