import {createHash} from 'node:crypto'
import {statSync} from 'node:fs'
import {readFile} from '../assets/files.ts'
import {outputFormat, render} from '../assets/render.ts'
import {decodeTransform} from '../assets/transform.ts'
import type {Document} from '../document.ts'
import {requestError} from '../errors.ts'
import {byteRange} from './byteRange.ts'
import type {Request, Route} from './context.ts'

/** Where assets are fetched from, outside of the API's versions; the last part is for search engines. */
export const assetDeliveryRoutes: Route[] = [
  {method: 'GET', path: '/images/:project/:dataset/:name/:vanity?', handle: image},
  {method: 'GET', path: '/files/:project/:dataset/:name/:vanity?', handle: file},
]

type Asset = {document: Document; file: string; sha1: string; extension: string; mimeType: string}

/** Bytes to answer with, all of them or a stretch. */
type Content = {
  etag: string
  mimeType: string
  size: number
  read(range?: {start: number; end: number}): BodyInit
}

async function image(request: Request): Promise<Response> {
  const asset = find(request, /^(?<sha1>[0-9a-f]{40})-(?<size>\d+x\d+)\.(?<extension>[a-z]+)$/)
  const transform = decodeTransform(request.req.query())
  const asUploaded = Object.keys(transform).length === 0
  if (asUploaded || (asset.extension === 'svg' && !transform.fm)) return original(request, asset)

  const accept = request.req.header('accept') ?? ''
  const format = outputFormat(transform, {extension: asset.extension, accept})
  const key = `${asset.sha1} ${format} ${JSON.stringify(transform)}`
  const make = () => render(asset.file, transform, {source: dimensions(asset.document._id), format})
  const {bytes, mimeType} = await request.get('lake').renditions.get(key, make)
  const etag = `"${createHash('sha1').update(key).digest('hex')}"`
  const read = (range = {start: 0, end: bytes.length - 1}) =>
    new Uint8Array(bytes.subarray(range.start, range.end + 1))
  const response = deliver(request, {etag, mimeType, size: bytes.length, read}, asset.document)
  if (transform.auto) response.headers.set('vary', 'accept')
  return response
}

function file(request: Request): Response {
  return original(request, find(request, /^(?<sha1>[0-9a-f]{40})\.(?<extension>[a-z0-9]+)$/))
}

/**
 * The asset that the path names. Whether the dataset is private does not matter: pages cannot send a token
 * with a picture, and the hash in the name is as hard to guess as one.
 */
function find(request: Request, pattern: RegExp): Asset {
  const {dataset = '', name = ''} = request.req.param()
  const {sha1 = '', size, extension = ''} = pattern.exec(name)?.groups ?? {}
  const id = size ? `image-${sha1}-${size}-${extension}` : `file-${sha1}-${extension}`
  const lake = request.get('lake')
  const document = sha1 ? lake.dataset(dataset).store.get(id) : undefined
  const found = document && lake.assets.find(sha1)
  if (!found) throw requestError(404, `Asset "${name}" not found in dataset "${dataset}"`)
  return {document, file: found, sha1, extension, mimeType: mimeTypeOf(document)}
}

/** Editors may write anything into a document; a header takes only what is a type. */
function mimeTypeOf({mimeType}: Document): string {
  const isType = typeof mimeType === 'string' && /^[\w.+-]+\/[\w.+-]+$/.test(mimeType)
  return isType ? mimeType : 'application/octet-stream'
}

/** The size of a picture as its id tells it: whoever edits the document may drop its metadata. */
function dimensions(id: string): {width: number; height: number} {
  const [, width, height] = /-(\d+)x(\d+)-/.exec(id) ?? []
  return {width: Number(width), height: Number(height)}
}

function original(request: Request, asset: Asset): Response {
  const {document, file: path, sha1, mimeType} = asset
  const read = (range?: {start: number; end: number}) => readFile(path, range)
  const content = {etag: `"${sha1}"`, mimeType, size: statSync(path).size, read}
  const response = deliver(request, content, document)
  response.headers.set('x-sanity-sha1', sha1)
  return response
}

/** Pictures that are pixels and nothing else: no script can hide in them. */
const rasterTypes = ['jpeg', 'png', 'gif', 'webp', 'avif', 'tiff'].map((name) => `image/${name}`)

function deliver(request: Request, content: Content, document: Document): Response {
  const headers = new Headers({
    'accept-ranges': 'bytes',
    'cache-control': 'public, max-age=31536000, immutable',
    'content-security-policy': "sandbox; default-src 'none'",
    'content-type': content.mimeType,
    'cross-origin-resource-policy': 'cross-origin',
    etag: content.etag,
    'x-content-type-options': 'nosniff',
  })
  const download = request.req.query('dl')
  if (download !== undefined || !rasterTypes.includes(content.mimeType)) {
    const name = download || String(document.originalFilename ?? document._id).toWellFormed()
    headers.set('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
  }
  if (request.req.header('if-none-match') === content.etag) {
    return new Response(null, {status: 304, headers})
  }
  return withBody(request, content, headers)
}

function withBody(request: Request, content: Content, headers: Headers): Response {
  const {size, etag, read} = content
  const isCurrent = [undefined, etag].includes(request.req.header('if-range'))
  const range = isCurrent ? byteRange(request.req.header('range'), size) : undefined
  if (range === 'unsatisfiable') {
    headers.set('content-range', `bytes */${size}`)
    return new Response(null, {status: 416, headers})
  }
  const length = range ? range.end - range.start + 1 : size
  headers.set('content-length', String(length))
  if (range) headers.set('content-range', `bytes ${range.start}-${range.end}/${size}`)
  const body = request.req.method === 'HEAD' ? null : read(range)
  return new Response(body, {status: range ? 206 : 200, headers})
}
