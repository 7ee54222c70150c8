/**
 * A picture that the copy names → the picture beside the file.
 */
import {readFile, stat} from 'node:fs/promises'
import {basename, dirname, join} from 'node:path'

const imageBytesMax = 50_000_000

/** Undefined where there is none of that name beside the file, or one too large to be a picture for the page. */
export async function imageBeside(path: string, fileName: string): Promise<Uint8Array | undefined> {
  const image = join(dirname(path), basename(fileName))
  const found = await stat(image).catch(() => undefined)
  return found?.isFile() && found.size <= imageBytesMax ? readFile(image) : undefined
}
