import {build} from '../../importer/build.ts'
import type {ArticleContent, ImportRecord} from '../../importer/documents.ts'
import {readStories} from '../../importer/read.ts'
import {type KnownSection, sections} from '../../importer/sections.ts'
import {layoutNamed} from '../importCopy/layouts.ts'
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
  const stories = readStories(source, {layout: layoutNamed(record.layout)})
  const number = partNumber(record)
  const story = stories[number - 1]
  if (!story) return undefined
  const context = {sections: sections(known), image: () => undefined, parser}
  const {content} = build(story, {number, of: stories.length}, context)
  const section = baseOf(record).fields.section
  if (typeof section !== 'string') return content
  return {...content, section: {_type: 'reference', _ref: section}}
}

/** Stories of one file are told apart by `#n` at the end of the path; the first one has the path as it is. */
function partNumber({file, stories}: ImportRecord): number {
  return stories === undefined ? 1 : Number(/#(\d+)$/.exec(file)?.[1] ?? 1)
}
