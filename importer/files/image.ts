/**
 * A picture that the copy names → the picture beside the file.
 */
import {createHash} from 'node:crypto'
import {readFile, stat} from 'node:fs/promises'
import {basename, dirname, join} from 'node:path'

const imageBytesMax = 50_000_000

export type Picture = {
  /** Of the asset that its bytes make, wherever they are uploaded. */
  id: string
  /** Absolute. */
  path: string
}

/** The endings that Content Lake gives image formats, by the names that sharp has for them. */
const extensions: Record<string, string> = {
  jpeg: 'jpg',
  png: 'png',
  gif: 'gif',
  webp: 'webp',
  avif: 'avif',
  heif: 'avif',
  tiff: 'tif',
  svg: 'svg',
}

/** Undefined where there is none of that name beside the file, or one too large or too odd to be a picture for the page. */
export async function imageBeside(file: string, fileName: string): Promise<Picture | undefined> {
  const path = join(dirname(file), basename(fileName))
  const found = await stat(path).catch(() => undefined)
  if (!found?.isFile() || found.size > imageBytesMax) return undefined
  const id = await assetId(await readFile(path)).catch(() => undefined)
  return id === undefined ? undefined : {id, path}
}

/** Throws where the bytes are no picture. Sizes are those of the picture as it is seen upright. */
async function assetId(bytes: Uint8Array): Promise<string | undefined> {
  // Few newsrooms have pictures beside their copy, and the library takes its time to load.
  const {default: sharp} = await import('sharp')
  const {format, autoOrient} = await sharp(bytes).metadata()
  const extension = extensions[format ?? '']
  const sha1 = createHash('sha1').update(bytes).digest('hex')
  return extension && `image-${sha1}-${autoOrient.width}x${autoOrient.height}-${extension}`
}

export async function imageFile({path}: Picture): Promise<{bytes: Uint8Array; name: string}> {
  return {bytes: await readFile(path), name: basename(path)}
}
