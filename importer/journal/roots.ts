/**
 * Folders that were imported as roots: a file below one belongs to it, also when it is given by itself.
 */
import {join} from 'node:path'
import type {Root} from '../files.ts'
import {readJson, writeJson} from '../journal.ts'

export function rootsOf(folder: string): Root[] {
  return readJson<Root[]>(path(folder)) ?? []
}

export function recordRoot(folder: string, {root, source}: Root): void {
  const known = rootsOf(folder)
  if (known.some((one) => one.root === root && one.source === source)) return
  writeJson(path(folder), [...known.filter((one) => one.root !== root), {root, source}])
}

function path(folder: string): string {
  return join(folder, 'roots.json')
}
