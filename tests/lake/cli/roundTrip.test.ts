import {createReadStream, mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, test} from '@jest/globals'
import type {SanityClient} from '@sanity/client'
import {exportDataset} from '@sanity/export'
import {sanityImport} from '@sanity/import'
import {type OpenLake, openLake} from '../../../lake/index.ts'
import {halves} from '../assets/pictures.ts'
import {connect} from '../connect.ts'

const dir = mkdtempSync(join(tmpdir(), 'round-trip-'))
const video = Buffer.from('not really a video \0\u00ff')
let lake: OpenLake
let client: SanityClient
const into = (dataset: string) => client.withConfig({dataset})

beforeAll(async () => {
  lake = await openLake({dir: join(dir, 'lake')})
  client = connect(lake).withConfig({perspective: 'raw'})
  await fill(client)
})

afterAll(async () => {
  await lake.close()
  rmSync(dir, {recursive: true})
})

/** Documents of every kind that refer to each other in a circle and to an image and two files. */
async function fill(target: SanityClient) {
  const png = await halves(40, 20).png().toBuffer()
  const image = await target.assets.upload('image', png, {filename: 'größe.png', title: 'Halves'})
  const file = await target.assets.upload('file', video, {filename: 'clip.mp4'})
  await target.assets.upload('file', Buffer.from('nobody refers to me'))
  const reference = (_ref: string) => ({_type: 'reference', _ref})
  const picture = {_type: 'image', asset: reference(image._id), hotspot: {x: 0.1, y: 0.2}}
  const story = {
    _type: 'article',
    title: 'Zoë — “quoted”\u2028 日本 😀',
    deep: {list: [{_key: 'a', tags: ['x', ''], none: null, number: -0.5e-7, yes: false}]},
    body: [{_key: 'p', _type: 'block', children: [{_key: 's', _type: 'span', text: 'Text'}]}],
  }
  await target
    .transaction()
    .create({_id: 'section', _type: 'section', lead: reference('story')})
    .create({_id: 'story', ...story, section: reference('section'), picture})
    .create({_id: 'drafts.story', ...story, more: [{_key: 'k', ...picture}]})
    .create({_id: 'versions.rMay.story', ...story, title: 'May'})
    .create({_id: 'import.story', _type: 'importRecord', film: {asset: reference(file._id)}})
    .create({_id: 'loose', _type: 'note', to: {...reference('nobody'), _weak: true}})
    .commit()
}

async function exported(dataset: string, mode: 'stream' | 'cursor'): Promise<string> {
  const outputPath = join(dir, `${dataset}-${mode}.tar.gz`)
  await exportDataset({client: into(dataset), dataset, outputPath, mode, compress: true})
  return outputPath
}

async function imported(file: string, dataset: string): Promise<void> {
  const options = {client: into(dataset), operation: 'createOrReplace', onProgress: () => {}}
  await sanityImport(createReadStream(file), options as never)
}

/** Fields that belong to a dataset, not to what is in it. */
const systemFields = ['_rev', '_createdAt', '_updatedAt', 'url', 'path']

async function contents(dataset: string) {
  const documents = await into(dataset).fetch<Record<string, unknown>[]>('*[] | order(_id)')
  return documents.map((document) =>
    Object.fromEntries(Object.entries(document).filter(([name]) => !systemFields.includes(name))),
  )
}

async function bytes(dataset: string) {
  const urls = await into(dataset).fetch<string[]>('*[defined(url)] | order(_id).url')
  return Promise.all(urls.map(async (url) => (await fetch(url)).bytes()))
}

describe.each(['stream', 'cursor'] as const)('export in %s mode, then import', (mode) => {
  test('gives the same documents and the same bytes in a second dataset', async () => {
    const target = `copy-${mode}`
    await client.datasets.create(target)
    await imported(await exported('production', mode), target)
    expect(await contents(target)).toEqual(await contents('production'))
    expect(await bytes(target)).toEqual(await bytes('production'))
    expect(await bytes(target)).toHaveLength(3)
  })

  test('importing once more changes nothing', async () => {
    const target = `copy-${mode}`
    const before = await contents(target)
    await imported(await exported(target, mode), target)
    expect(await contents(target)).toEqual(before)
  })
})
