/**
 * Folder → its files, in one order everywhere, a folder at a time: memory does not grow with the number of files.
 */
import type {Dirent} from 'node:fs'
import {readdir, stat} from 'node:fs/promises'
import {join} from 'node:path'

/** Pictures stand beside the stories that name them; they are no copy. */
const pictures = /\.(png|jpe?g|gif|webp|svg|avif|tiff?|heic)$/i

/**
 * Absolute paths. Hidden files and folders are left out, and so is what is no file: pipes, devices, links that lead to a
 * folder or nowhere; `leftOut` is told of links.
 */
export async function* walk(
  folder: string,
  leftOut: (link: string) => void = () => {},
): AsyncIterable<string> {
  const entries = await readdir(folder, {withFileTypes: true})
  entries.sort((one, two) => (one.name < two.name ? -1 : 1))
  for (const entry of entries) {
    if (entry.name.startsWith('.')) continue
    const path = join(folder, entry.name)
    if (entry.isDirectory()) yield* walk(path, leftOut)
    else if (!pictures.test(entry.name) && (await isFile(entry, path))) yield path
    else if (entry.isSymbolicLink()) leftOut(path)
  }
}

async function isFile(entry: Dirent, path: string): Promise<boolean> {
  if (!entry.isSymbolicLink()) return entry.isFile()
  return (await stat(path).catch(() => undefined))?.isFile() ?? false
}
