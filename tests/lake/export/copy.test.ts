import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, test} from '@jest/globals'
import type {SanityClient} from '@sanity/client'
import {type OpenLake, openLake} from '../../../lake/index.ts'
import {connect} from '../connect.ts'

const dir = mkdtempSync(join(tmpdir(), 'copy-test-'))

describe.each([
  ['on disk', dir],
  ['in memory', undefined],
])('copying a dataset %s', (_, place) => {
  let lake: OpenLake
  let client: SanityClient
  const into = (dataset: string) => client.withConfig({dataset})

  beforeAll(async () => {
    lake = await openLake(place ? {dir: place} : {})
    client = connect(lake).withConfig({perspective: 'raw'})
    await client.assets.upload('file', Buffer.from('abc'), {filename: 'a.txt'})
    await client.create({_id: 'a', _type: 'note', n: 1})
    await client.patch('a').set({n: 2}).commit()
    await client.create({_id: 'versions.r1.a', _type: 'note', n: 3})
  })

  afterAll(async () => {
    await lake.close()
    if (place) rmSync(place, {recursive: true})
  })

  const copy = (targetDataset: string, options = {}, source = 'production') =>
    client.request({
      method: 'PUT',
      url: `/datasets/${source}/copy`,
      body: {targetDataset, ...options},
    })

  const revisions = async (dataset: string) => {
    const url = `/data/history/${dataset}/transactions/a`
    const log = await client.request<string>({url})
    return String(log).trim().split('\n').filter(Boolean).length
  }

  test('gives the same documents, which then go their own ways', async () => {
    const {jobId} = await copy('copy1')
    const everything = '*[_type == "note"] | order(_id)'
    expect(await into('copy1').fetch(everything)).toEqual(await client.fetch(everything))
    await into('copy1').patch('a').set({n: 9}).commit()
    expect(await client.fetch('*[_id == "a"][0].n')).toBe(2)
    const [job] = await client.request({url: '/projects/local/datasets/copy'})
    expect(job).toMatchObject({id: jobId, state: 'completed', withHistory: place !== undefined})
  })

  test('assets are at home in the copy', async () => {
    await copy('copy2')
    const [url] = await into('copy2').fetch('*[_type == "sanity.fileAsset"].url')
    expect(url).toMatch(`${lake.url}/files/local/copy2/`)
    expect(await (await fetch(url)).text()).toBe('abc')
  })

  test('leaves history and releases behind when told to', async () => {
    await copy('copy3', {skipHistory: true})
    expect(await revisions('copy3')).toBe(1)
    expect(await revisions('production')).toBe(2)
    await copy('copy4', {skipContentReleases: true})
    expect(await into('copy4').fetch('*[_type == "note"]._id')).toEqual(['a'])
  })

  test('takes history along on disk', async () => {
    await copy('copy5')
    expect(await revisions('copy5')).toBe(place ? 2 : 1)
  })

  test('refuses what cannot be', async () => {
    await expect(copy('production')).rejects.toThrow('already exists')
    await expect(copy('new1', {}, 'nowhere')).rejects.toThrow('not found')
    await expect(copy('../escape')).rejects.toThrow('Unexpected dataset name')
    const stranger = client.withConfig({token: undefined})
    const url = '/datasets/production/copy'
    const attempt = stranger.request({method: 'PUT', url, body: {targetDataset: 'x'}})
    await expect(attempt).rejects.toMatchObject({statusCode: 401})
  })

  test('a file that an interrupted copy left is no dataset', async () => {
    if (!place) return
    writeFileSync(join(place, 'datasets', 'copy6.sqlite'), 'half a database')
    await copy('copy6')
    expect(await into('copy6').fetch('count(*[_type == "note"])')).toBe(2)
  })
})
