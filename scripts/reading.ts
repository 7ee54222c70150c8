/**
 * How an import reads its files: the settings that the user chose, and the name of the parser that reads by them.
 */
import {readFileSync} from 'node:fs'
import {layouts} from '../copydesk.config.ts'
import type {ImportOptions} from '../importer/options.ts'
import {parserName} from '../importer/parser.ts'
import {layoutFor} from './layouts.ts'

/** `section`: the section of all stories, whatever the text says. An unknown layout throws. */
export type ReadingFlags = {section?: string; layout?: string}

export function readingWith({
  section,
  layout,
}: ReadingFlags): Pick<ImportOptions, 'parser' | 'thread'> {
  layoutFor('', layout)
  return {
    thread: {
      module: new URL('./readInThread.ts', import.meta.url).href,
      settings: {section, layout} satisfies ReadingFlags,
    },
    parser: parserName(version(), {layouts, section, layout}),
  }
}

/** The parser's version is the project's. */
function version(): string {
  const file = new URL('../package.json', import.meta.url)
  return (JSON.parse(readFileSync(file, 'utf8')) as {version: string}).version
}
