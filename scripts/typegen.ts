/**
 * `npm run typegen`: writes `queries/results.generated.ts` from the schemas and the queries.
 * `-- --check`: compares only, and exits 1 on drift.
 */
import {execFile} from 'node:child_process'
import {copyFile, mkdir, readFile} from 'node:fs/promises'
import {createRequire} from 'node:module'
import {dirname, join, resolve} from 'node:path'
import {promisify} from 'node:util'
import {Command} from 'commander'

const root = resolve(import.meta.dirname, '..')
/** From the root, as `sanity.cli.ts` names them under `typegen`; the CLI takes no absolute path. */
const schema = 'dist/typegen/schema.json'
const fresh = 'dist/typegen/results.ts'
const checkedIn = 'queries/results.generated.ts'

const {check = false} = new Command('typegen')
  .description('Makes the types of what the queries answer.')
  .option('--check', 'compare only; exit 1 where the checked-in types are out of date')
  .parse()
  .opts<{check?: boolean}>()

await mkdir(join(root, dirname(schema)), {recursive: true})
await sanity('schema', 'extract', '--force', '--path', schema)
await sanity('typegen', 'generate')

if (!check) {
  await copyFile(join(root, fresh), join(root, checkedIn))
  console.error(`Wrote ${checkedIn}.`)
} else if ((await text(fresh)) !== (await text(checkedIn))) {
  console.error(`${checkedIn} is out of date: schemas or queries changed. Run npm run typegen.`)
  process.exitCode = 1
}

/** Runs the official CLI; its words are shown where it fails. */
async function sanity(...words: string[]): Promise<void> {
  const cli = createRequire(import.meta.url).resolve('@sanity/cli/package.json')
  const run = promisify(execFile)(process.execPath, [join(dirname(cli), 'bin/run.js'), ...words], {
    cwd: root,
    env: {...process.env, CI: 'true', DO_NOT_TRACK: '1'},
  })
  await run.catch(({stdout, stderr}: {stdout: string; stderr: string}) => {
    console.error(`sanity ${words.join(' ')} failed:\n${stdout}${stderr}`)
    process.exit(1)
  })
}

async function text(file: string): Promise<string | undefined> {
  return readFile(join(root, file), 'utf8').catch(() => undefined)
}
