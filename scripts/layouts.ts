/**
 * Which layout of copydesk.config.ts reads a file.
 */
import {matchesGlob} from 'node:path'
import {layouts} from '../copydesk.config.ts'
import {type Layout, LayoutError} from '../importer/layout.ts'

/** The one named, or the first whose globs match the file's path from the import root. */
export function layoutFor(file: string, name?: string): Layout | undefined {
  if (name === undefined) {
    return layouts.find(({files}) => files?.some((glob) => matchesGlob(file, glob)))
  }
  const named = layouts.find((layout) => layout.name === name)
  if (named) return named
  const known = layouts.map((layout) => layout.name).join(', ')
  throw new LayoutError(`Unexpected layout "${name}", expected one of copydesk.config.ts: ${known}`)
}
