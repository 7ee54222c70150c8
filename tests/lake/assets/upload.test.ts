import {createHash} from 'node:crypto'
import {existsSync, mkdtempSync, readdirSync, readFileSync, rmSync} from 'node:fs'
import {connect as openSocket} from 'node:net'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {setTimeout as wait} from 'node:timers/promises'
import {afterAll, beforeAll, describe, expect, test} from '@jest/globals'
import type {SanityClient} from '@sanity/client'
import {systemClock} from '../../../lake/clock.ts'
import {type OpenLake, openLake} from '../../../lake/index.ts'
import {openLakeFolder} from '../../../lake/lake.ts'
import {connect} from '../connect.ts'
import {halves} from './pictures.ts'

const dir = mkdtempSync(join(tmpdir(), 'asset-test-'))
let lake: OpenLake
let client: SanityClient

beforeAll(async () => {
  lake = await openLake({dir})
  client = connect(lake)
})

afterAll(async () => {
  await lake.close()
  rmSync(dir, {recursive: true})
})

const pause = () => wait(10)
const sha1 = (bytes: Buffer) => createHash('sha1').update(bytes).digest('hex')

describe('uploading images', () => {
  test.each(['jpeg', 'png', 'webp', 'gif', 'avif', 'tiff'] as const)('%s', async (format) => {
    const bytes = await halves(60, 40).toFormat(format).toBuffer()
    const extension = {jpeg: 'jpg', tiff: 'tif'}[format as string] ?? format
    const asset = await client.assets.upload('image', bytes, {filename: `a.${extension}`})
    const name = `${sha1(bytes)}-60x40`
    expect(asset).toMatchObject({
      _id: `image-${name}-${extension}`,
      _type: 'sanity.imageAsset',
      originalFilename: `a.${extension}`,
      sha1hash: sha1(bytes),
      size: bytes.length,
      mimeType: `image/${format}`,
      path: `images/local/production/${name}.${extension}`,
      url: `${lake.url}/images/local/production/${name}.${extension}`,
      metadata: {dimensions: {width: 60, height: 40, aspectRatio: 1.5}, isOpaque: true},
    })
    const served = await fetch(asset.url)
    expect(served.headers.get('content-type')).toBe(`image/${format}`)
    expect(Buffer.from(await served.arrayBuffer())).toEqual(bytes)
  })

  test('metadata shows the picture before it is there', async () => {
    const bytes = await halves(80, 60).png().toBuffer()
    const {metadata} = await client.assets.upload('image', bytes)
    expect(metadata.lqip).toMatch(/^data:image\/jpeg;base64,/)
    const {dominant, vibrant, darkVibrant} = metadata.palette ?? {}
    expect([dominant?.background, vibrant?.background].sort()).toEqual(['#dc1e1e', '#dc1e1e'])
    expect(dominant).toMatchObject({foreground: '#fff', population: 50})
    expect(darkVibrant).toBeDefined()
  })

  test('a picture that is turned by its EXIF data has the size that is seen', async () => {
    const bytes = await halves(60, 40).jpeg().withMetadata({orientation: 6}).toBuffer()
    const {metadata, _id} = await client.assets.upload('image', bytes, {extract: []})
    expect(metadata.dimensions).toMatchObject({width: 40, height: 60})
    expect(_id).toMatch(/-40x60-jpg$/)
    expect(metadata.palette).toBeUndefined()
  })

  test('SVG is kept as it is', async () => {
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="30" height="20"/>')
    const {_id} = await client.assets.upload('image', svg)
    expect(_id).toBe(`image-${sha1(svg)}-30x20-svg`)
  })

  test('what is no picture is refused', async () => {
    const attempt = client.assets.upload('image', Buffer.from('just text'))
    await expect(attempt).rejects.toThrow('Unexpected image')
    await expect(client.assets.upload('file', Buffer.alloc(0))).rejects.toThrow('empty body')
  })
})

describe('uploading files', () => {
  test('the same bytes are one asset, with the words of the first upload', async () => {
    const bytes = Buffer.from('minutes of the meeting')
    const source = {id: 'x1', name: 'archive', url: 'https://example.org/x1'}
    const first = await client.assets.upload('file', bytes, {
      filename: 'Minutes März.TXT',
      title: 'Minutes',
      source,
    })
    const second = await client.assets.upload('file', bytes, {filename: 'other.txt'})
    expect(second).toEqual(first)
    expect(first).toMatchObject({
      _id: `file-${sha1(bytes)}-txt`,
      originalFilename: 'Minutes März.TXT',
      title: 'Minutes',
      mimeType: 'text/plain',
      source,
    })
  })

  test('a file without a name has the extension of its type', async () => {
    const contentType = 'application/pdf'
    const {_id} = await client.assets.upload('file', Buffer.from('%PDF-1.4'), {contentType})
    expect(_id).toMatch(/-pdf$/)
    const unknown = await client.assets.upload('file', Buffer.from([1, 2, 3]))
    expect(unknown._id).toMatch(/-bin$/)
  })

  test('a large file passes through without being held', async () => {
    const bytes = Buffer.alloc(20_000_000, 'abc')
    const asset = await client.assets.upload('file', bytes, {filename: 'large.bin'})
    expect(asset.sha1hash).toBe(sha1(bytes))
    expect(readdirSync(join(dir, 'assets', 'incoming'))).toEqual([])
  })

  test('an upload that breaks off leaves nothing behind', async () => {
    const failures: unknown[] = []
    const folder = join(dir, 'broken')
    const other = await openLake({dir: folder, onError: (error) => failures.push(error)})
    const socket = openSocket(Number(new URL(other.url).port), '127.0.0.1')
    socket.write(
      `POST /v1/assets/files/production HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${other.token}\r\nContent-Length: 1000\r\n\r\nhello`,
    )
    const incoming = join(folder, 'assets', 'incoming')
    const arrived = () => (existsSync(incoming) ? readdirSync(incoming) : [])
    while (arrived().length === 0) await pause()
    socket.destroy()
    while (arrived().length > 0) await pause()
    await other.close()
    expect(failures).toEqual([])
    expect(readdirSync(join(folder, 'assets'))).toEqual(['incoming'])
  })

  test('strangers may not upload', async () => {
    const url = `${lake.url}/v1/assets/files/production`
    expect((await fetch(url, {method: 'POST', body: 'x'})).status).toBe(401)
    const hash = sha1(Buffer.from('x'))
    expect(existsSync(join(dir, 'assets', hash.slice(0, 2), hash))).toBe(false)
  })
})

test('addresses follow a lake that is opened on another port', async () => {
  const folder = join(dir, 'moving')
  const first = await openLake({dir: folder})
  const headers = {authorization: `Bearer ${first.token}`}
  await fetch(`${first.url}/v1/assets/files/production`, {method: 'POST', body: 'abc', headers})
  const foreign = {_id: 'file-far', _type: 'sanity.fileAsset', url: 'https://cdn.example.org/x.txt'}
  await first.load('production', [foreign])
  await first.close()

  const second = await openLake({dir: folder})
  const query = encodeURIComponent('*[_type == "sanity.fileAsset"] | order(_id desc).url')
  const answer = await fetch(`${second.url}/v2025-01-01/data/query/production?query=${query}`)
  const {result} = (await answer.json()) as {result: string[]}
  expect(result).toEqual([foreign.url, expect.stringContaining(`${second.url}/files/local/`)])
  expect(await (await fetch(result[1] ?? '')).text()).toBe('abc')
  await second.close()
})

test('a lake in memory keeps uploads until it closes', async () => {
  const memory = openLakeFolder(undefined, systemClock)
  const {file} = await memory.assets.receive(new Blob(['abc']).stream())
  expect(readFileSync(file, 'utf8')).toBe('abc')
  await memory.close()
  expect(existsSync(file)).toBe(false)
})
