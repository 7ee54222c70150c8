/**
 * Which of a newsroom's layouts reads a file.
 */
import {minimatch} from 'minimatch'
import {type Layout, LayoutError} from '../layout.ts'

/**
 * The one named, or the first whose globs match the file's path from the import root.
 *
 * @throws LayoutError where there is none of that name.
 */
export function chooseLayout(
  layouts: readonly Layout[],
  file: string,
  name?: string,
): Layout | undefined {
  if (name === undefined) {
    return layouts.find(({files}) => files?.some((glob) => minimatch(file, glob, asWritten)))
  }
  const named = layouts.find((layout) => layout.name === name)
  if (named) return named
  const known = layouts.map((layout) => layout.name).join(', ')
  throw new LayoutError(`Unexpected layout "${name}", expected one of copydesk.config.ts: ${known}`)
}

/** On every machine alike, and `!` and `#` are letters of a name. */
const asWritten = {platform: 'linux', nonegate: true, nocomment: true} as const
