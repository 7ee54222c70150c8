import {mkdtempSync, readdirSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, expect, test} from '@jest/globals'
import {systemClock} from '../../../lake/clock.ts'
import {type OpenLake, openLake} from '../../../lake/index.ts'
import {connect} from '../connect.ts'

const dir = mkdtempSync(join(tmpdir(), 'sweep-test-'))
const hour = 3_600_000
let late = 0
let lake: OpenLake
beforeAll(async () => {
  const clock = {...systemClock, now: () => new Date(Date.now() + late)}
  lake = await openLake({dir, clock})
})
afterAll(async () => {
  await lake.close()
  rmSync(dir, {recursive: true})
})

const files = () =>
  readdirSync(join(dir, 'assets'), {recursive: true, withFileTypes: true}).filter((entry) =>
    entry.isFile(),
  ).length

async function make(dataset: string, ...texts: string[]) {
  await lake.load(dataset, [])
  const client = connect(lake, dataset)
  const assets = []
  for (const text of texts) assets.push(await client.assets.upload('file', Buffer.from(text)))
  return {client, assets}
}

test('the files of a dataset go with it, but for those that others need and those that just came', async () => {
  const {client} = await make('first', 'of first alone', 'of both', 'of the other’s history')
  const other = await make('second', 'of both', 'of the other’s history')
  await other.client.delete(other.assets[1]?._id ?? '')
  expect(files()).toBe(3)
  late = hour
  await client.datasets.delete('first')
  expect(files()).toBe(2)
  late = 0
  await client.datasets.delete('second')
  expect(files()).toBe(2)
})

test('a hash that is none names no file', async () => {
  const {client} = await make('odd', 'kept')
  const sha1hash = '../../lake.sqlite'
  await client.create({_id: 'x', _type: 'sanity.fileAsset', sha1hash} as never)
  late = hour
  await client.datasets.delete('odd')
  expect(readdirSync(dir)).toContain('lake.sqlite')
})
