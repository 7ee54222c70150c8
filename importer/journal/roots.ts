/**
 * Folders that were imported as roots: a file below one belongs to it, also when it is given by itself.
 */
import {join} from 'node:path'
import type {Root} from '../files.ts'
import {readJson, writeJson} from '../journal.ts'

export function rootsOf(folder: string): Root[] {
  return readJson<Root[]>(path(folder)) ?? []
}

/** A source has one root: the folder that took its place has its name from then on. */
export function recordRoot(folder: string, {root, source}: Root): void {
  const known = rootsOf(folder)
  const others = known.filter((one) => one.root !== root && one.source !== source)
  const isKnown = known.some((one) => one.root === root && one.source === source)
  if (isKnown && others.length === known.length - 1) return
  writeJson(path(folder), [...others, {root, source}])
}

function path(folder: string): string {
  return join(folder, 'roots.json')
}
