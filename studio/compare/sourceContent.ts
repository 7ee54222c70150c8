import {build} from '../../importer/build.ts'
import type {ArticleContent, ImportRecord} from '../../importer/documents.ts'
import {type KnownSection, sections} from '../../importer/sections.ts'
import {readStories} from '../../importer/stages.ts'
import {layoutNamed} from '../importCopy/layouts.ts'
import {foreignIn} from '../record/foreign.ts'
import {baseOf} from '../record/spans.ts'

/**
 * What the source says, as the importer would write it: the record's raw text, read again. The section comes from what
 * was imported, for a folder or a flag may have named it.
 *
 * @returns Undefined where the record keeps no text, or the text no longer holds the story.
 */
export function sourceContent(
  record: ImportRecord,
  known: readonly KnownSection[],
): ArticleContent | undefined {
  if (record.text === undefined) return undefined
  const {source: name, file, sha256, bytes = 0, encoding = 'utf-8', text, parser} = record
  const evidence = 'import record'
  const source = {name, file, path: file, sha256, bytes, encoding, evidence, text}
  const stories = readStories(source, {
    layout: layoutNamed(record.layout),
    foreign: foreignIn(record),
  })
  const story = stories[stories.length === record.stories ? partNumber(record) - 1 : 0]
  if (!story) return undefined
  const context = {sections: sections(known), image: () => undefined, parser}
  const {content} = build(story, {number: 1, of: 1}, context)
  const section = baseOf(record).fields.section
  if (typeof section !== 'string') return content
  return {...content, section: {_type: 'reference', _ref: section}}
}

/**
 * Of several stories in a file each record keeps its own part; older records kept the whole file, and told its stories
 * apart by `#n` at the end of the path, all but the first.
 */
function partNumber({file}: ImportRecord): number {
  return Number(/#(\d+)$/.exec(file)?.[1] ?? 1)
}
