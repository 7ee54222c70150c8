import {execFile} from 'node:child_process'
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {promisify} from 'node:util'
import {afterAll, beforeAll, expect, test} from '@jest/globals'
import {type OpenLake, openLake} from '../../../lake/index.ts'
import {halves} from '../assets/pictures.ts'

const dir = mkdtempSync(join(tmpdir(), 'sanity-command-'))
let lake: OpenLake

beforeAll(async () => {
  lake = await openLake({dir: join(dir, 'lake')})
})

afterAll(async () => {
  await lake.close()
  rmSync(dir, {recursive: true})
})

/** Runs `npm run sanity -- …` against the lake; answers what it prints to standard output. */
async function sanity(...args: string[]): Promise<string> {
  const env = {...process.env, LAKE_DIR: join(dir, 'lake'), NODE_OPTIONS: '', NO_COLOR: '1'}
  const run = promisify(execFile)
  const {stdout} = await run(process.execPath, ['scripts/run.cjs', 'sanity', ...args], {env})
  return stdout
}

test('the official command: datasets, import, export, documents', async () => {
  const picture = join(dir, 'halves.png')
  await halves(30, 20).png().toFile(picture)
  const seed = join(dir, 'seed.ndjson')
  const story = {_id: 'a', _type: 'note', picture: {_sanityAsset: `image@file://${picture}`}}
  writeFileSync(
    seed,
    [story, {_id: 'drafts.b', _type: 'note'}].map((one) => JSON.stringify(one)).join('\n'),
  )

  await sanity('datasets', 'import', seed, '--dataset', 'production')
  await sanity('datasets', 'create', 'second', '--visibility', 'private')

  const archive = join(dir, 'production.tar.gz')
  await sanity('datasets', 'export', 'production', archive)
  await sanity('datasets', 'import', archive, '--dataset', 'second', '--replace')
  const query =
    '*[_type == "note"]|order(_id){_id, "width": picture.asset->metadata.dimensions.width}'
  const answer = await sanity(
    'documents',
    'query',
    query,
    '--dataset',
    'second',
    '--api-version',
    '2024-01-01',
  )
  expect(JSON.parse(answer)).toEqual([
    {_id: 'a', width: 30},
    {_id: 'drafts.b', width: null},
  ])

  await sanity('datasets', 'copy', 'second', 'third', '--skip-history')
  const copied = await sanity('documents', 'get', 'a', '--dataset', 'third')
  expect(JSON.parse(copied)).toMatchObject({_id: 'a', picture: {asset: {_type: 'reference'}}})
  await sanity('datasets', 'delete', 'second', '--force')
  expect(await sanity('datasets', 'list')).toBe('production\nthird\n')
}, 180_000)
