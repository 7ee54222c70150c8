import {execFile} from 'node:child_process'
import {join, resolve} from 'node:path'
import {promisify} from 'node:util'
import {expect, test} from '@jest/globals'

const root = resolve(import.meta.dirname, '../..')

test('the types that are checked in are those of the schemas and queries', async () => {
  const run = promisify(execFile)(process.execPath, [
    join(root, 'scripts/run.cjs'),
    'typegen',
    '--check',
  ])
  const said = await run.catch((error: {stderr: string}) => error)
  expect(said.stderr).toBe('')
}, 120_000)
