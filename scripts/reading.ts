/**
 * How an import reads its files: the parser with the settings that the user chose.
 */
import {readFileSync} from 'node:fs'
import type {ImportOptions} from '../importer/options.ts'
import {parserName} from '../importer/parser.ts'
import {readStories} from '../importer/read.ts'
import {layoutFor} from './layouts.ts'
import {isSound} from './validation.ts'

/** `section`: the section of all stories, whatever the text says. An unknown layout throws. */
export type ReadingFlags = {section?: string; layout?: string}

export function readingOf({
  section,
  layout,
}: ReadingFlags): Pick<ImportOptions, 'read' | 'isSound' | 'parser' | 'thread'> {
  layoutFor('', layout)
  const settings = section === undefined ? {} : {section: {value: section, origin: 'flag' as const}}
  return {
    read: (source) => readStories(source, {...settings, layout: layoutFor(source.file, layout)}),
    isSound,
    thread: {module: import.meta.url, settings: {section, layout} satisfies ReadingFlags},
    parser: parserName(version(), settings, layout),
  }
}

/** The parser's version is the project's. */
function version(): string {
  const file = new URL('../package.json', import.meta.url)
  return (JSON.parse(readFileSync(file, 'utf8')) as {version: string}).version
}
