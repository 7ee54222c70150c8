/**
 * `npm run typegen`: writes `queries/results.generated.ts` from the schemas and the queries.
 * `-- --check`: compares only, and exits 1 on drift.
 */

import {copyFile, mkdir, readFile} from 'node:fs/promises'
import {dirname, join} from 'node:path'
import {text as textOf} from 'node:stream/consumers'
import {command} from './command.ts'
import {projectRoot, sanityCli} from './sanityCli.ts'

/** From the root, as `sanity.cli.ts` names them under `typegen`; the CLI takes no absolute path. */
const schema = 'dist/typegen/schema.json'
const fresh = 'dist/typegen/results.ts'
const checkedIn = 'queries/results.generated.ts'

const {check = false} = command('typegen')
  .description('Makes the types of what the queries answer.')
  .option('--check', 'compare only; exit 1 where the checked-in types are out of date')
  .parse()
  .opts<{check?: boolean}>()

await mkdir(join(projectRoot, dirname(schema)), {recursive: true})
await sanity('schema', 'extract', '--force', '--path', schema)
await sanity('typegen', 'generate')

if (!check) {
  await copyFile(join(projectRoot, fresh), join(projectRoot, checkedIn))
  console.error(`Wrote ${checkedIn}.`)
} else if ((await content(fresh)) !== (await content(checkedIn))) {
  console.error(`${checkedIn} is out of date: schemas or queries changed. Run npm run typegen.`)
  process.exitCode = 1
}

/** Runs the official CLI; its words are shown where it fails. */
async function sanity(...words: string[]): Promise<void> {
  const cli = sanityCli(words, {
    env: {...process.env, CI: 'true', DO_NOT_TRACK: '1'},
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const said = [cli.stdout, cli.stderr].map((stream) => (stream ? textOf(stream) : ''))
  const code = await new Promise((resolve) => cli.on('close', resolve))
  if (code === 0) return
  console.error(`sanity ${words.join(' ')} failed:\n${(await Promise.all(said)).join('')}`)
  process.exit(1)
}

/** Of a file; undefined where there is none. */
async function content(file: string): Promise<string | undefined> {
  return readFile(join(projectRoot, file), 'utf8').catch(() => undefined)
}
