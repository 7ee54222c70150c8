import type {Sharp} from 'sharp'
import {requestError} from '../errors.ts'
import {openPicture} from './picture.ts'
import {type Rect, sidePixelsMax, type Transform} from './transform.ts'

export type Rendition = {bytes: Buffer; mimeType: string}
export type OutputFormat = 'jpg' | 'pjpg' | 'png' | 'webp' | 'avif' | 'gif'
type Size = {width: number; height: number}

const defaultQuality = 75

/** The format to answer in: what the URL asks for, what the browser likes best, or the picture's own. */
export function outputFormat(
  transform: Transform,
  {extension, accept}: {extension: string; accept: string},
): OutputFormat {
  if (transform.fm) return transform.fm
  if (transform.auto === 'format' && accept.includes('image/webp')) return 'webp'
  return natural[extension] ?? 'png'
}

const natural: Record<string, OutputFormat> = {
  jpg: 'jpg',
  png: 'png',
  gif: 'gif',
  webp: 'webp',
  avif: 'avif',
  tif: 'jpg',
}

/**
 * Makes a picture from an uploaded one. `source` is its size as it is seen upright.
 * @throws LakeError 400 where it cannot be made: a cut outside of it, a turned animation
 */
export async function render(
  file: string,
  transform: Transform,
  {source, format}: {source: Size; format: OutputFormat},
): Promise<Rendition> {
  const animated = (format === 'gif' || format === 'webp') && transform.frame === undefined
  const cut = cutOf(transform, source)
  const picture = await openPicture(file, {animated})
  if (cut) picture.extract(cut)
  resize(picture, transform, cut ?? source)
  adjust(picture, transform)
  try {
    const bytes = await encode[format](picture, transform.q).toBuffer()
    return {bytes, mimeType: mimeTypes[format]}
  } catch (reason) {
    const detail = reason instanceof Error ? reason.message.split('\n')[0] : ''
    throw requestError(400, `The image cannot be made that way (${detail})`)
  }
}

const mimeTypes: Record<OutputFormat, string> = {
  jpg: 'image/jpeg',
  pjpg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  avif: 'image/avif',
  gif: 'image/gif',
}

const encode: Record<OutputFormat, (picture: Sharp, quality?: number) => Sharp> = {
  jpg: (picture, quality = defaultQuality) => picture.jpeg({quality: Math.max(1, quality)}),
  pjpg: (picture, quality = defaultQuality) =>
    picture.jpeg({quality: Math.max(1, quality), progressive: true}),
  png: (picture, quality) => picture.png(quality === undefined ? {} : {quality}),
  webp: (picture, quality = defaultQuality) => picture.webp({quality: Math.max(1, quality)}),
  avif: (picture, quality = defaultQuality) =>
    picture.avif({quality: Math.max(1, quality), effort: 2}),
  gif: (picture) => picture.gif(),
}

/** The part of the source that is shown: the rectangle asked for, or one around the focal point. */
function cutOf(transform: Transform, source: Size): Rect | undefined {
  const {rect, fit, crop, w, h} = transform
  if (rect) {
    const width = Math.min(rect.width, source.width - rect.left)
    const height = Math.min(rect.height, source.height - rect.top)
    if (width < 1 || height < 1) throw requestError(400, 'Unexpected rect outside of the image')
    return {...rect, width, height}
  }
  if (fit !== 'crop' || crop !== 'focalpoint' || !w || !h) return undefined
  return aroundFocus(transform, source, w / h)
}

function aroundFocus(transform: Transform, source: Size, ratio: number): Rect {
  const width = Math.max(1, Math.round(Math.min(source.width, source.height * ratio)))
  const height = Math.max(1, Math.round(Math.min(source.height, source.width / ratio)))
  const start = (focus: number, length: number, all: number) =>
    Math.round(Math.min(Math.max(focus * all - length / 2, 0), all - length))
  return {
    left: start(transform['fp-x'] ?? 0.5, width, source.width),
    top: start(transform['fp-y'] ?? 0.5, height, source.height),
    width,
    height,
  }
}

/** Sanity's ways to fit a picture into a box, in sharp's words. */
const fits = {
  clip: {fit: 'inside'},
  max: {fit: 'inside', withoutEnlargement: true},
  crop: {fit: 'cover'},
  min: {fit: 'cover', withoutEnlargement: true},
  fill: {fit: 'contain'},
  fillmax: {fit: 'contain', withoutEnlargement: true},
  scale: {fit: 'fill'},
} as const

const transparent = {r: 0, g: 0, b: 0, alpha: 0}

function resize(picture: Sharp, transform: Transform, source: Size): void {
  const width = side(transform, 'w')
  const height = side(transform, 'h')
  if (!width && !height) return
  const fit = fits[transform.fit ?? 'clip']
  const isFree = width === undefined || height === undefined
  const scale = Math.max((width ?? 0) / source.width, (height ?? 0) / source.height)
  if (isFree && scale * Math.max(source.width, source.height) > sidePixelsMax) {
    throw requestError(400, `The image would be over ${sidePixelsMax} pixels wide or high`)
  }
  const background = transform.bg ?? transparent
  picture.resize({width, height, ...fit, position: position(transform), background})
}

function side(transform: Transform, name: 'w' | 'h'): number | undefined {
  const max = transform[`max-${name}`] ?? sidePixelsMax
  const asked = transform[name] ?? transform[`max-${name}`] ?? transform[`min-${name}`]
  if (asked === undefined) return undefined
  const length = Math.min(Math.max(asked, transform[`min-${name}`] ?? 1), max)
  return Math.min(sidePixelsMax, Math.round(length * (transform.dpr ?? 1)))
}

function position({crop}: Transform): string {
  return crop === undefined || crop === 'focalpoint' ? 'center' : crop
}

function adjust(picture: Sharp, transform: Transform): void {
  const {flip, or, blur, sharp: sharpness, sat, invert, bg, pad} = transform
  if (flip?.includes('v')) picture.flip()
  if (flip?.includes('h')) picture.flop()
  if (or && or !== '0') picture.rotate(Number(or))
  if (blur) picture.blur(Math.max(0.3, blur / 10))
  if (sharpness) picture.sharpen({sigma: 0.5 + sharpness / 50})
  if (sat) picture.modulate({saturation: 1 + sat / 100})
  if (invert === 'true') picture.negate({alpha: false})
  if (pad) {
    const background = bg ?? transparent
    picture.extend({top: pad, bottom: pad, left: pad, right: pad, background})
  }
  if (bg) picture.flatten({background: bg})
}
