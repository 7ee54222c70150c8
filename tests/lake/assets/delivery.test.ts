import {afterAll, beforeAll, describe, expect, test} from '@jest/globals'
import type {SanityClient} from '@sanity/client'
import {createImageUrlBuilder} from '@sanity/image-url'
import fc from 'fast-check'
import sharp from 'sharp'
import {type OpenLake, openLake} from '../../../lake/index.ts'
import {connect} from '../connect.ts'
import {blue, halves, meanColor, red} from './pictures.ts'

let lake: OpenLake
let client: SanityClient
let imageId: string
let fileUrl: string

const text = '0123456789'

beforeAll(async () => {
  lake = await openLake()
  client = connect(lake)
  const bytes = await halves(200, 100).png().toBuffer()
  imageId = (await client.assets.upload('image', bytes, {filename: 'halves.png'}))._id
  fileUrl = (await client.assets.upload('file', Buffer.from(text), {filename: 'digits.txt'})).url
})

afterAll(() => lake.close())

const builder = () => createImageUrlBuilder(client).image(imageId)

async function picture(url: string, headers: Record<string, string> = {}) {
  const response = await fetch(url, {headers})
  const bytes = Buffer.from(await response.arrayBuffer())
  expect([response.status, bytes.toString('latin1', 0, 80)]).toEqual([200, expect.anything()])
  const {width, height, format} = await sharp(bytes).metadata()
  return {bytes, width, height, format, type: response.headers.get('content-type')}
}

describe('images as @sanity/image-url asks for them', () => {
  test.each([
    ['width alone', () => builder().width(50), 50, 25],
    ['height alone, larger', () => builder().height(300), 600, 300],
    ['clip into a box', () => builder().ignoreImageParams().size(80, 80).fit('clip'), 80, 40],
    ['max never enlarges', () => builder().ignoreImageParams().size(900, 900).fit('max'), 200, 100],
    ['min never enlarges', () => builder().ignoreImageParams().size(60, 60).fit('min'), 60, 60],
    ['crop', () => builder().ignoreImageParams().size(60, 60).fit('crop'), 60, 60],
    ['fill', () => builder().ignoreImageParams().size(60, 60).fit('fill').bg('fff'), 60, 60],
    ['scale', () => builder().ignoreImageParams().size(60, 60).fit('scale'), 60, 60],
    ['dpr', () => builder().width(50).dpr(2), 100, 50],
    ['max-w', () => builder().maxWidth(40), 40, 20],
    ['turned', () => builder().width(50).orientation(90), 25, 50],
    ['pad', () => builder().width(50).pad(5), 60, 35],
  ])('%s', async (_, build, width, height) => {
    expect(await picture(build().url())).toMatchObject({width, height, format: 'png'})
  })

  test('cuts: a rectangle, the sides, the focal point, the hotspot', async () => {
    const plain = () => builder().ignoreImageParams().size(50, 50).fit('crop')
    const hotspot = {_type: 'sanity.imageHotspot', x: 0.9, y: 0.5, width: 0.1, height: 0.1}
    const image = {_type: 'image', asset: {_type: 'reference', _ref: imageId}, hotspot}
    const urls = [
      builder().rect(0, 0, 90, 100).url(),
      plain().crop('left').url(),
      plain().crop('right').url(),
      plain().crop('focalpoint').focalPoint(0.1, 0.5).url(),
      createImageUrlBuilder(client).image(image).size(50, 50).url(),
    ]
    const colors = await Promise.all(urls.map(async (url) => meanColor((await picture(url)).bytes)))
    expect(colors).toEqual([red, red, blue, red, blue])
  })

  test('formats: asked for, liked best by the browser, progressive', async () => {
    expect(await picture(builder().format('jpg').url())).toMatchObject({format: 'jpeg'})
    const auto = builder().auto('format').width(20).url()
    const webp = await picture(auto, {accept: 'image/avif,image/webp,*/*'})
    expect(webp).toMatchObject({format: 'webp', type: 'image/webp'})
    expect(await picture(auto, {accept: 'image/*'})).toMatchObject({format: 'png'})
    const small = await picture(builder().format('jpg').quality(5).url())
    const large = await picture(builder().format('jpg').quality(100).url())
    expect(small.bytes.length).toBeLessThan(large.bytes.length)
  })

  test('looks: mirrored, inverted, blurred, grey', async () => {
    const leftEdge = async (url: string) => {
      const {bytes} = await picture(url)
      return meanColor(
        await sharp(bytes).extract({left: 0, top: 0, width: 4, height: 4}).toBuffer(),
      )
    }
    expect(await leftEdge(builder().flipHorizontal().url())).toEqual(blue)
    expect(await leftEdge(builder().flipVertical().url())).toEqual(red)
    expect(await leftEdge(builder().invert(true).url())).toMatchObject({r: 40})
    const grey = await leftEdge(builder().saturation(-100).url())
    expect(Math.abs(grey.r - grey.g)).toBeLessThanOrEqual(10)
    expect(await picture(builder().blur(50).sharpen(20).url())).toMatchObject({width: 200})
  })

  test.each(['w=0', 'w=a', 'w=99999', 'fit=squeeze', 'rect=1,2,3', 'rect=500,0,10,10', 'bg=nope'])(
    '%s is refused',
    async (query) => {
      const response = await fetch(`${builder().url()}?${query}`)
      expect(response.status).toBe(400)
    },
  )

  test('a narrow picture is not blown up beyond bounds', async () => {
    const narrow = await client.assets.upload('image', await halves(400, 2).png().toBuffer())
    expect((await fetch(`${narrow.url}?h=100`)).status).toBe(400)
    expect((await fetch(`${narrow.url}?h=20`)).status).toBe(200)
    expect((await fetch(`${narrow.url}?w=8192`)).status).toBe(200)
  })

  test('any parameters give a picture or say why not', async () => {
    const stills = [halves(12, 8), halves(12, 8).flop()].map((one) => one.png().toBuffer())
    const frames = await sharp(await Promise.all(stills), {join: {animated: true}})
      .gif()
      .toBuffer()
    const animation = await client.assets.upload('image', frames)
    const names = fc.constantFrom(
      ...['w', 'h', 'max-w', 'min-h', 'q', 'blur', 'sharp', 'sat', 'dpr', 'pad', 'fp-x', 'rect'],
      ...['fit', 'crop', 'fm', 'auto', 'flip', 'or', 'invert', 'bg', 'frame', 'dl', 'nonsense'],
    )
    const values = fc.constantFrom(
      ...['0', '1', '2.5', '40', '-3', '100', '', 'NaN', 'true', '90', 'format', 'f0c', '12345678'],
      ...[
        'crop',
        'fill',
        'max',
        'scale',
        'min',
        'focalpoint',
        'entropy',
        'jpg',
        'webp',
        'gif',
        'hv',
      ],
      ...['0,0,5,5', '9,9,1,1', '1,1,999,999', '-1,0,2,2', '\0'],
    )
    const queries = fc.array(fc.tuple(names, values), {maxLength: 5})
    const urls = fc.constantFrom(builder().url(), animation.url)
    await fc.assert(
      fc.asyncProperty(urls, queries, async (url, query) => {
        const response = await fetch(`${url}?${new URLSearchParams(query)}`)
        expect([200, 400]).toContain(response.status)
        await response.arrayBuffer()
      }),
      {numRuns: 200},
    )
  })

  test('a picture that was made before is the same', async () => {
    const url = builder().width(33).url()
    const [first, second] = [await fetch(url), await fetch(url)]
    const etag = first.headers.get('etag') ?? ''
    expect(second.headers.get('etag')).toBe(etag)
    expect(await first.arrayBuffer()).toEqual(await second.arrayBuffer())
    const known = await fetch(url, {headers: {'if-none-match': etag}})
    expect(known.status).toBe(304)
    const other = await fetch(builder().width(34).url())
    expect(other.headers.get('etag')).not.toBe(etag)
  })
})

describe('files', () => {
  test.each([
    ['bytes=2-4', 206, '234', 'bytes 2-4/10'],
    ['bytes=7-', 206, '789', 'bytes 7-9/10'],
    ['bytes=-2', 206, '89', 'bytes 8-9/10'],
    ['bytes=5-99', 206, '56789', 'bytes 5-9/10'],
    ['bytes=10-', 416, '', 'bytes */10'],
    ['bytes=4-2', 200, text, null],
    ['bytes=0-1,3-4', 200, text, null],
    ['lines=1-2', 200, text, null],
  ])('range %s', async (range, status, body, contentRange) => {
    const response = await fetch(fileUrl, {headers: {range}})
    expect([response.status, await response.text()]).toEqual([status, body])
    expect(response.headers.get('content-range')).toBe(contentRange)
  })

  test('HEAD tells size and hash without a body', async () => {
    for (const url of [fileUrl, builder().url(), builder().width(20).url()]) {
      const head = await fetch(url, {method: 'HEAD'})
      const whole = await (await fetch(url)).arrayBuffer()
      expect(head.headers.get('content-length')).toBe(String(whole.byteLength))
      expect((await head.arrayBuffer()).byteLength).toBe(0)
    }
    const head = await fetch(fileUrl, {method: 'HEAD'})
    expect(fileUrl).toContain(head.headers.get('x-sanity-sha1'))
  })

  test('a range of another revision of the file is not a range', async () => {
    const headers = {range: 'bytes=0-1', 'if-range': '"other"'}
    expect((await fetch(fileUrl, {headers})).status).toBe(200)
  })

  test('names for downloads', async () => {
    const disposition = async (url: string) => (await fetch(url)).headers.get('content-disposition')
    expect(await disposition(`${fileUrl}?dl=`)).toBe("attachment; filename*=UTF-8''digits.txt")
    expect(await disposition(`${fileUrl}?dl=M%C3%A4rz.txt`)).toMatch(/M%C3%A4rz\.txt$/)
    expect(await disposition(builder().url())).toBeNull()
    expect(await disposition(`${builder().url()}/a-fine-picture.png`)).toBeNull()
  })

  test('whatever an editor writes into the document, the file is served', async () => {
    const odd = await client.assets.upload('file', Buffer.from('odd'))
    const mimeType = 'text/html\r\nset-cookie: a=b'
    const originalFilename = 'a"\n\ud800.html'
    await client.patch(odd._id).set({mimeType, originalFilename, metadata: 7}).commit()
    const response = await fetch(odd.url)
    expect([response.status, await response.text()]).toEqual([200, 'odd'])
    expect(response.headers.get('content-type')).toBe('application/octet-stream')
    expect(response.headers.get('set-cookie')).toBeNull()

    const picture = await client.assets.upload('image', await halves(10, 10).png().toBuffer())
    await client
      .patch(picture._id)
      .set({metadata: {dimensions: 'none'}, mimeType: null})
      .commit()
    expect((await fetch(`${picture.url}?w=5&rect=0,0,4,4`)).status).toBe(200)
    expect((await fetch(picture.url)).headers.get('content-disposition')).toMatch(/^attachment/)
  })

  test('what has no document in the dataset is not there', async () => {
    const gone = await client.assets.upload('file', Buffer.from('gone soon'))
    await client.delete(gone._id)
    for (const url of [
      gone.url,
      fileUrl.replace('.txt', '.md'),
      `${lake.url}/files/local/x/y.txt`,
    ]) {
      expect((await fetch(url)).status).toBe(404)
    }
  })
})

test('an uploaded page or drawing cannot run in the Studio’s origin', async () => {
  const script = '<script>parent.hacked = true</script>'
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">${script}</svg>`
  const drawing = await client.assets.upload('image', Buffer.from(svg))
  const page = await client.assets.upload('file', Buffer.from(script), {filename: 'a.html'})
  for (const {url} of [drawing, page]) {
    for (const address of [url, `${url}?w=100`]) {
      const {headers} = await fetch(address)
      expect(headers.get('content-security-policy')).toMatch(/^sandbox/)
      expect(headers.get('content-disposition')).toMatch(/^attachment/)
      expect(headers.get('x-content-type-options')).toBe('nosniff')
    }
  }
  const png = await picture(`${drawing.url}?fm=png&w=18`)
  expect(png).toMatchObject({format: 'png', width: 18})
})
