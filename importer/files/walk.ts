/**
 * Folder → its files, in one order everywhere, a folder at a time: memory does not grow with the number of files.
 */
import type {Dirent} from 'node:fs'
import {readdir, stat} from 'node:fs/promises'
import {join} from 'node:path'

/** Pictures stand beside the stories that name them; they are no copy. */
const pictures = /\.(png|jpe?g|gif|webp|svg|avif|tiff?|heic)$/i

/** Why a link is left out. */
export type LeftOutReason = 'folder' | 'nothing' | 'noFile'
export type LeftOut = (link: string, why: LeftOutReason) => void

export type Told = {
  leftOut?: LeftOut
  /** Of a folder that cannot be listed; `code` is the system's. */
  unread?: (folder: string, code: string) => void
}

/**
 * Absolute paths, those of links last: a file that a link leads to is the story, and the link repeats it. Hidden files and
 * folders are left out, and so is what is no file: pipes, devices, links that lead to a folder or nowhere.
 */
export async function* walk(folder: string, told: Told = {}): AsyncIterable<string> {
  let links = 0
  for await (const {entry, path} of entriesOf(folder, told.unread)) {
    if (entry.isFile()) yield path
    else if (entry.isSymbolicLink()) links += 1
  }
  if (links === 0) return
  for await (const {entry, path} of entriesOf(folder)) {
    if (!entry.isSymbolicLink()) continue
    const why = await leftOutReason(path)
    if (why) told.leftOut?.(path, why)
    else yield path
  }
}

async function* entriesOf(
  folder: string,
  unread?: Told['unread'],
): AsyncIterable<{entry: Dirent; path: string}> {
  const entries = await readdir(folder, {withFileTypes: true}).catch((error) => {
    unread?.(folder, (error as NodeJS.ErrnoException).code ?? String(error))
    return []
  })
  entries.sort((one, two) => (one.name < two.name ? -1 : 1))
  for (const entry of entries) {
    if (entry.name.startsWith('.')) continue
    const path = join(folder, entry.name)
    if (entry.isDirectory()) yield* entriesOf(path, unread)
    else if (!pictures.test(entry.name)) yield {entry, path}
  }
}

async function leftOutReason(link: string): Promise<LeftOutReason | undefined> {
  const found = await stat(link).catch(() => undefined)
  if (!found) return 'nothing'
  if (found.isFile()) return undefined
  return found.isDirectory() ? 'folder' : 'noFile'
}
