import {fingerprint} from './ids.ts'

const settingsDigits = 8

/**
 * Names a parser: the project's version, and a fingerprint of the settings that it reads with. Files that another one
 * read are read anew.
 *
 * @param settings What `readStories` is given, but the layout; `layout` is the name of one that was asked for.
 */
export function parserName(version: string, settings: object = {}, layout?: string): string {
  return `${version}-${fingerprint(JSON.stringify([settings, layout]), settingsDigits)}`
}
