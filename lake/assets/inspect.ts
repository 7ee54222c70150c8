import {requestError} from '../errors.ts'
import {palette} from './palette.ts'
import {openPicture} from './picture.ts'

const previewPixels = 20
const samplePixels = 96

/** The names that Sanity gives image formats, by those of sharp. */
const formats: Record<string, {extension: string; mimeType: string}> = {
  jpeg: {extension: 'jpg', mimeType: 'image/jpeg'},
  png: {extension: 'png', mimeType: 'image/png'},
  gif: {extension: 'gif', mimeType: 'image/gif'},
  webp: {extension: 'webp', mimeType: 'image/webp'},
  avif: {extension: 'avif', mimeType: 'image/avif'},
  heif: {extension: 'avif', mimeType: 'image/avif'},
  tiff: {extension: 'tif', mimeType: 'image/tiff'},
  svg: {extension: 'svg', mimeType: 'image/svg+xml'},
}

export type Picture = {
  width: number
  height: number
  extension: string
  mimeType: string
  metadata: Record<string, unknown>
}

/**
 * Reads a picture's dimensions, as it is seen upright, and what Studio and sites show before it is loaded.
 * `wanted` are the optional parts: `palette`, `lqip`.
 *
 * @throws LakeError 400 where the bytes are no picture that the lake can decode
 */
export async function inspect(file: string, wanted: string[]): Promise<Picture> {
  try {
    const {format, autoOrient, hasAlpha} = await (await openPicture(file)).metadata()
    const known = formats[format ?? '']
    if (!known) throw new Error(`format ${format}`)
    const {width, height} = autoOrient
    const metadata = {
      _type: 'sanity.imageMetadata',
      dimensions: {_type: 'sanity.imageDimensions', width, height, aspectRatio: width / height},
      hasAlpha: hasAlpha === true,
      ...(await appearance(file, wanted)),
    }
    return {width, height, ...known, metadata}
  } catch (reason) {
    const detail = reason instanceof Error ? reason.message.split('\n')[0] : ''
    throw requestError(
      400,
      `Unexpected image, expected JPEG, PNG, GIF, WebP, AVIF, TIFF or SVG (${detail})`,
    )
  }
}

async function appearance(file: string, wanted: string[]) {
  const picture = await openPicture(file)
  const pixels = await picture
    .resize(samplePixels, samplePixels, {fit: 'inside', withoutEnlargement: true})
    .toColorspace('srgb')
    .ensureAlpha()
    .raw()
    .toBuffer()
  const isOpaque = pixels.every((byte, index) => index % 4 !== 3 || byte === 255)
  return {
    isOpaque,
    ...(wanted.includes('palette') && {palette: palette(pixels)}),
    ...(wanted.includes('lqip') && {lqip: await preview(file, isOpaque)}),
  }
}

/** A picture of a few pixels as a data URL, to stand in while the real one loads. */
async function preview(file: string, isOpaque: boolean): Promise<string> {
  const picture = await openPicture(file)
  const small = picture.resize(previewPixels, previewPixels, {fit: 'inside'})
  const bytes = await (isOpaque ? small.jpeg({quality: 60}) : small.png()).toBuffer()
  return `data:image/${isOpaque ? 'jpeg' : 'png'};base64,${bytes.toString('base64')}`
}
