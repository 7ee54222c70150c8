import {existsSync, mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, expect, test} from '@jest/globals'
import {openLake} from '../../lake/index.ts'
import {layouts} from '../../lake/store/schema.ts'

const dir = mkdtempSync(join(tmpdir(), 'lake-migration-'))
afterAll(() => rmSync(dir, {recursive: true, force: true}))

const ids = async () => {
  const lake = await openLake({dir})
  const response = await fetch(`${lake.url}/v1/data/query/production?query=*._id`)
  const {result, error} = (await response.json()) as {result?: string[]; error?: unknown}
  await lake.close()
  return result ?? error
}

test('an older layout is migrated with a copy beside it, a newer one is left alone', async () => {
  const lake = await openLake({dir})
  await lake.load('production', [{_id: 'a', _type: 'page'}])
  await lake.close()
  const version = layouts.dataset.length
  layouts.dataset.push('create table later (n integer)')
  try {
    expect(await ids()).toEqual(['a'])
    expect(existsSync(join(dir, 'datasets', `production.sqlite.layout-${version}`))).toBe(true)
  } finally {
    layouts.dataset.pop()
  }
  await expect(openLake({dir})).rejects.toThrow('newer Copydesk')
  expect(existsSync(join(dir, 'lock'))).toBe(false)
})
