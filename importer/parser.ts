import {fingerprint} from './ids.ts'
import type {Layout} from './layout.ts'

const settingsDigits = 8

export type ParserSettings = {
  /** All that the newsroom has described: which of them reads a file, its path decides. */
  layouts: readonly Layout[]
  /** What was asked for by name. */
  section?: string
  layout?: string
}

/**
 * Names a parser: the project's version, and a fingerprint of the settings that it reads with. Files that another one
 * read are read anew.
 */
export function parserName(version: string, settings: ParserSettings): string {
  const text = JSON.stringify(settings, (_, value) =>
    value instanceof RegExp ? `${value}` : value,
  )
  return `${version}-${fingerprint(text, settingsDigits)}`
}
