/**
 * `npm run import` as others call it: what it prints, and how it ends.
 */
import {execFile} from 'node:child_process'
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join, resolve} from 'node:path'
import {afterAll, beforeAll, expect, test} from '@jest/globals'
import {type OpenLake, openLake} from '../../lake/index.ts'
import {copy, sentence} from './newsroom.ts'

const root = resolve(import.meta.dirname, '../..')
const home = mkdtempSync(join(tmpdir(), 'command-'))
const folder = join(home, 'wire')
const lakeFolder = join(home, 'lake')
let lake: OpenLake

beforeAll(async () => {
  mkdirSync(folder)
  lake = await openLake({dir: lakeFolder})
})
afterAll(async () => {
  await lake.close()
  rmSync(home, {recursive: true, force: true})
})

type Ended = {code: number; out: string; err: string}

/** As `npm run import -- …` runs it. */
function run(args: readonly string[], environment: Record<string, string> = {}): Promise<Ended> {
  const {NODE_OPTIONS, ...inherited} = process.env
  const env = {...inherited, LAKE_DIR: lakeFolder, ...environment}
  return new Promise((done) => {
    execFile(
      process.execPath,
      [join(root, 'scripts/run.cjs'), 'import', ...args],
      {cwd: home, env},
      (error, out, err) => done({code: error ? Number(error.code) : 0, out, err}),
    )
  })
}

const events = (out: string) =>
  out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))

test('imports a folder: one line for each file, the summary last', async () => {
  writeFileSync(
    join(folder, 'a.txt'),
    copy({title: 'The Old Bridge Closes', body: [sentence('it'), sentence('that')]}),
  )
  writeFileSync(join(folder, 'empty.txt'), '')
  const {code, out} = await run(['wire', '--json'])
  const [first, second, last] = events(out)
  expect([code, events(out).length]).toEqual([3, 3])
  expect([first, second]).toEqual(
    expect.arrayContaining([
      expect.objectContaining({
        event: 'file',
        file: 'wire/a.txt',
        outcome: 'create',
        diagnostics: expect.any(Array),
      }),
      expect.objectContaining({
        file: 'wire/empty.txt',
        outcome: 'quarantined',
        fields: [],
        draft: false,
      }),
    ]),
  )
  expect(Object.keys(last).slice(0, 12)).toEqual([
    'event',
    'run',
    'files',
    'created',
    'updated',
    'unchanged',
    'conflicts',
    'quarantined',
    'links',
    'requests',
    'writes',
    'retries',
  ])
  expect(last).toMatchObject({event: 'summary', files: 2, created: 1, quarantined: 1})
})

test('prints a table, and where and why a file was set aside', async () => {
  const {code, out, err} = await run(['wire'])
  expect(code).toBe(3)
  expect(out).toMatch(/Unchanged +1\n/)
  expect(out).toMatch(/Writes +0\n/)
  expect(err).toMatch(/^wire\/empty\.txt error file-empty /m)
})

test('shows a plan, summary first, and writes nothing', async () => {
  const title = 'The Night Bus Returns'
  writeFileSync(join(folder, 'b.txt'), copy({title, body: [sentence('buses')]}))
  const {code, out} = await run(['wire/b.txt', '--dry-run', '--json'])
  const [file, summary] = events(out)
  expect([code, summary.writes, summary.run]).toEqual([0, 0, null])
  expect(file.document).toMatchObject({title})
  const words = await run(['wire/b.txt', '--dry-run'])
  expect(words.out).toMatch(/Created +1[\s\S]*wire\/b\.txt:1/)
})

test.each([
  [['nowhere'], {}, /There is no nowhere/],
  [['--shard', '5/4'], {}, /I\/N/],
  [['--shard', '1/4', '--prune'], {}, /--prune needs to see all files/],
  [['--undo', '01ABC', '--watch'], {}, /--undo and --watch exclude each other/],
  [['wire', '--status'], {}, /--status takes no paths/],
  [['wire', '--watch', '--dry-run'], {}, /--dry-run and --plan exclude it/],
  [['wire', '--concurrency', '0.5'], {}, /whole number/],
  [['wire', '--source', ' '], {}, /expected a name/],
  [['wire', '--report', '/nowhere/report.html'], {}, /cannot be written \(ENOENT\)/],
  [['wire', '--plan', '/nowhere/a.plan'], {}, /cannot be written \(ENOENT\)/],
  [['wire', '--plan', '/dev/full'], {}, /\/dev\/full cannot be written \(ENOSPC\)/],
  [['wire', '--name', 'a.txt'], {}, /--name is for .* standard input/],
  [['--apply', 'a.plan', '--retry-failed'], {}, /--apply has no use for --retry-failed/],
  [['--status', '--report', 'a.html'], {}, /--status has no use for --report/],
  [['wire'], {SANITY_STUDIO_DATASET: 'nothere'}, /no dataset nothere/],
  [
    ['wire'],
    {SANITY_STUDIO_PROJECT_ID: 'abc123', SANITY_API_WRITE_TOKEN: '', SANITY_API_TOKEN: ''},
    /SANITY_API_WRITE_TOKEN/,
  ],
  [['wire'], {LAKE_PORT: 'many'}, /LAKE_PORT/],
  [['wire'], {LAKE_DIR: '/etc/hosts/lake'}, /LAKE_DIR is .*\/etc\/hosts is a file/],
  [['wire'], {LAKE_DIR: '/proc/lake'}, /LAKE_DIR is .*no folder can be made/],
  [['--undo', '01ABC'], {}, /There is no run 01ABC/],
])('ends %j %j with one sentence and code 2', async (args, environment, sentence) => {
  const {code, err} = await run(args, environment as Record<string, string>)
  expect(code).toBe(2)
  expect(err).toMatch(sentence)
  expect(err).not.toMatch(/^\s+at /m)
})
