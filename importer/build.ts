/**
 * Story → documents: the article's content and the record of where it came from. The shapes stand in documents.ts.
 */

import {plainText} from './build/content.ts'
import {type ImageLookup, portableText} from './build/portableText.ts'
import {baseOf, partOf, recordDiagnostics, rounded, spansOf} from './build/record.ts'
import type {Story} from './compose.ts'
import type {Diagnostic} from './diagnostics.ts'
import type {ArticleContent, Base, ImportRecord, RelatedLink} from './documents.ts'
import {bands, simhash} from './identity/simhash.ts'
import {fingerprint, keys} from './ids.ts'
import {optional} from './optional.ts'
import type {Sections} from './sections.ts'
import type {Source} from './source.ts'
import {utf8Bytes} from './utf8.ts'

const hashDigits = 20

export type BuildContext = {
  sections: SectionNames
  image: ImageLookup
  /** Version of the parser and fingerprint of its settings: another one reads known files anew. */
  parser: string
}

type SectionNames = Pick<Sections, 'resolve'>

/** What does not depend on the dataset: plan adds ids, links, state and run. */
export type RecordContent = Pick<
  ImportRecord,
  | 'source'
  | 'file'
  | 'title'
  | 'sha256'
  | 'bytes'
  | 'encoding'
  | 'layout'
  | 'parser'
  | 'stories'
  | 'text'
  | 'textHash'
  | 'digest'
  | 'simhash'
  | 'bands'
  | 'spans'
  | 'titleConfidence'
  | 'sectionConfidence'
  | 'sectionOrigin'
  | 'diagnostics'
>

export type Built = {
  /** As messages show it. */
  path: string
  content: ArticleContent
  record: RecordContent
  /** What a merge will compare with; its links have no stories yet. */
  base: Base
  /** Held back for an editor. */
  draft: boolean
  diagnostics: readonly Diagnostic[]
}

/** `part` tells the stories of one file apart: number from 1, and how many there are. */
export function build(
  story: Story,
  {number, of}: {number: number; of: number},
  context: BuildContext,
): Built {
  const {source} = story
  const body = portableText(story.body, context.image)
  const links = relatedLinks(story, context.sections)
  const content = articleContent(story, {
    body: body.map(({node}) => node),
    links,
    sections: context.sections,
  })
  const base = baseOf(content)
  const part = partOf(story, of)
  const record: RecordContent = {
    source: source.name,
    file: number > 1 ? `${source.file}#${number}` : source.file,
    title: content.title,
    sha256: source.sha256,
    bytes: source.bytes,
    encoding: source.encoding,
    ...optional('layout', story.layout),
    parser: context.parser,
    ...optional('stories', of > 1 ? of : undefined),
    text: part.text,
    textHash: of > 1 ? fingerprint(wordsOf(story), hashDigits) : textHash(source),
    digest: digest(base),
    ...nearness([content.title, ...content.body.map(plainText)].join('\n')),
    spans: JSON.stringify(spansOf(story, {body, links, part})),
    titleConfidence: rounded(story.title.confidence),
    ...optional('sectionConfidence', story.section && rounded(story.section.confidence)),
    ...optional('sectionOrigin', story.section?.origin),
    ...optional('diagnostics', someOf(recordDiagnostics(story.diagnostics, part))),
  }
  const {draft, diagnostics} = story
  return {path: source.path, content, base, record, draft, diagnostics}
}

type ContentParts = {body: ArticleContent['body']; links: RelatedLink[]; sections: SectionNames}

function articleContent(story: Story, {body, links, sections}: ContentParts): ArticleContent {
  return {
    title: story.title.value,
    ...optional('dek', story.dek?.value),
    ...optional('byline', story.byline?.value),
    ...optional('dateline', story.dateline?.value),
    ...optional('publishedAt', story.publishedAt?.value),
    ...optional('language', story.language),
    ...optional('section', story.section && sections.resolve(story.section.value)),
    ...optional('reads', story.reads?.value),
    body,
    ...optional('relatedLinks', someOf(links)),
  }
}

function relatedLinks(story: Story, sections: SectionNames): RelatedLink[] {
  const key = keys()
  return story.relatedLinks.map(({title, url, section}) => ({
    _type: 'relatedLink',
    _key: key(`${section ?? ''}\n${title}\n${url ?? ''}`),
    title,
    ...optional('url', url),
    ...optional('section', section === undefined ? undefined : sections.resolve(section)),
  }))
}

function nearness(words: string): Pick<RecordContent, 'simhash' | 'bands'> {
  const hash = simhash(words)
  return hash === '' ? {} : {simhash: hash, bands: bands(hash)}
}

/** The text of one story among several. */
function wordsOf({blocks}: Story): string {
  return blocks.flatMap(({lines}) => lines.map(({text}) => text)).join('\n')
}

/** Plain UTF-8 has the hash of its bytes, which is known already. */
function textHash({text, bytes, encoding, sha256}: Source): string {
  const plain = encoding === 'utf-8' && utf8Bytes(text) === bytes
  return plain ? sha256.slice(0, hashDigits) : fingerprint(text, hashDigits)
}

/** A hash of all that the source says but its counters, which change by themselves. */
function digest({fields, body, links}: Base): string {
  const {reads, ...lasting} = fields
  const content = [lasting, body, links.map(({hash}) => hash)]
  return fingerprint(JSON.stringify(content), hashDigits)
}

function someOf<Item>(items: Item[]): Item[] | undefined {
  return items.length > 0 ? items : undefined
}
