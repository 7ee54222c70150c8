/**
 * The documents that the importer writes. `schemas/` shows the same shapes to editors.
 */
import type {List, Match, Style} from '../schemas/vocabulary.ts'
import type {SectionOrigin} from './compose.ts'
import type {DiagnosticCode, Level} from './diagnostics.ts'

export type Reference = {_type: 'reference'; _ref: string; _weak?: true; _key?: string}

export type SpanNode = {_type: 'span'; _key: string; text: string; marks: string[]}
export type LinkMark = {_type: 'link'; _key: string; href: string}
export type TextBlock = {
  _type: 'block'
  _key: string
  style: Style
  listItem?: List
  level?: number
  markDefs: LinkMark[]
  children: SpanNode[]
}
/** What an editor may put between the blocks is kept, whatever its type. */
export type BodyNode = TextBlock | {_type: string; _key: string; [field: string]: unknown}

export type RelatedLink = {
  _type: 'relatedLink'
  _key: string
  /** As found in the text. */
  title: string
  url?: string
  /** The section that the heading above the link names. */
  section?: Reference
  /** Weak; absent while no story is found for the title. */
  article?: Reference
  match?: Match
  /** 0 to 1; absent where an editor chose. */
  confidence?: number
}

/** What the raw text says of a story. A field that the text lacks is absent. */
export type ArticleContent = {
  title: string
  dek?: string
  byline?: string
  dateline?: string
  /** ISO 8601. */
  publishedAt?: string
  /** BCP 47. */
  language?: string
  section?: Reference
  reads?: number
  body: BodyNode[]
  relatedLinks?: RelatedLink[]
}

export type Stored = {_id: string; _rev: string; _createdAt?: string; _updatedAt?: string}

export type Article = {_id: string; _type: 'article'; slug: Slug} & ArticleContent

export type Slug = {_type: 'slug'; current: string}

export type Section = {
  _id: string
  _type: 'section'
  title: string
  slug: Slug
  aliases?: string[]
}

/**
 * `current`: the file delivers this story. `vanished`: a complete listing no longer held the file. `deleted`: an editor
 * removed the story. `undone`: a run was taken back. `duplicate`: the file says what another one says; `article` is that
 * one's story. `detached`: an editor wants no more news from the file. `moved`: stands for a path whose story keeps the
 * record of the path it came from first; `delivers` leads there.
 */
export const recordStates = [
  'current',
  'vanished',
  'deleted',
  'undone',
  'duplicate',
  'detached',
  'moved',
] as const
export type RecordState = (typeof recordStates)[number]

export type RecordDiagnostic = {
  _type: 'importDiagnostic'
  _key: string
  code: DiagnosticCode
  level: Level
  message: string
  line: number
}

/** Source and editor changed the same thing: the editor's stayed, this waits. Settled by removing the entry. */
export type ImportConflict = {
  _type: 'importConflict'
  _key: string
  /** The article's field: `title`, `body`, `relatedLinks`, … */
  field: string
  /** Id of the document it was found in: the published one, the draft, or a version. */
  document: string
  /** What the source says now and what the story says, as words to read. */
  source: string
  story: string
  /** The same two as JSON of the field's value; of `body` and `relatedLinks` only the items in question. */
  sourceValue: string
  storyValue: string
  /** Of `body` and `relatedLinks`: `_key` of the item before the place; absent at the start. */
  after?: string
  /** The run that found it. */
  run: string
}

/** What is known of a file's story: `import.<article id>`. The dot keeps it from anonymous readers. */
export type ImportRecord = {
  _id: string
  _type: 'importRecord'
  article: Reference
  /** Source name and path from the import root: the file's identity. Split stories carry `#n`. */
  source: string
  file: string
  /** The headline as the file has it: links mean this one, whatever an editor makes of it. */
  title?: string
  state: RecordState
  /** Hex, of the file's bytes. */
  sha256: string
  bytes?: number
  /** WHATWG label. */
  encoding?: string
  layout?: string
  /** Version of the parser, and of the settings it ran with. */
  parser: string
  /** How many stories the file held, where more than one. */
  stories?: number
  /** The raw text, as decoded. */
  text?: string
  /** Hex hash of the text: the same words in another encoding have the same. */
  textHash: string
  /** Hex hash of all content but counters: whether the source changed in earnest. */
  digest: string
  /** 16 hex digits; near texts differ in few bits. */
  simhash?: string
  /** Parts of the simhash: near texts share at least one. */
  bands?: string[]
  /** JSON of `Spans`: which part of the text every field was made of, and every line's role. */
  spans?: string
  /** JSON of `Base`: what was imported last, which a three-way merge compares with. */
  base?: string
  /** 0 to 1. */
  titleConfidence?: number
  sectionConfidence?: number
  sectionOrigin?: SectionOrigin
  diagnostics?: RecordDiagnostic[]
  conflicts?: ImportConflict[]
  /** Weak, to the record of the story that this record's own path delivers now, after this story moved on. */
  delivers?: Reference
  /** Weak, to the run that changed last what the story says, and what it did. */
  run: Reference
  change: 'create' | 'update' | 'conflict' | 'undo' | 'heal' | 'note'
  /** Weak, to all runs that touched the story or this record, the latest last; no more than 20. */
  runs?: (Reference & {_key: string})[]
  /** JSON of `Undo`: how `run` is taken back. */
  undo?: string
}

/** Where a field came from: start and end in UTF-16 units of the text, line from 1, rule, confidence. */
export type Origin = [start: number, end: number, line: number, rule: string, confidence: number]
export type Spans = {
  fields: Record<string, Origin>
  /** By `_key` of the body block and of the related link. */
  body: Record<string, [start: number, end: number, line: number]>
  relatedLinks: Record<string, [start: number, end: number, line: number]>
  /** Role, first and last line, rule, confidence: every line of the file, in order. */
  lines: [role: string, first: number, last: number, rule: string, confidence: number][]
}

/** What was imported last: short fields by value, blocks and links by hash. */
export type Base = {
  fields: Record<string, string | number>
  body: string[]
  /** With the article that the importer resolved the link to. */
  links: {hash: string; article?: string}[]
}

/** `run.<ulid>`. A run that changes nothing writes none. */
export type ImportRun = {
  _id: string
  _type: 'importRun'
  source: string
  startedAt: string
  /** Absent while the run goes on, or after it broke off: the next one goes on with it. */
  finishedAt?: string
  who?: string
  /** `1/4`, of a run that took a part of the files. */
  shard?: string
  /** JSON of `Survey`, where the run has looked through the folder before it read it. */
  survey?: string
  /** Of a shard that goes on: all its stories are in, links and slugs are looked at again. */
  files?: number
  created?: number
  updated?: number
  unchanged?: number
  conflicts?: number
  quarantined?: number
  moved?: number
  vanished?: number
  linksResolved?: number
  linksUnresolved?: number
  requests?: number
  retries?: number
  seconds?: number
  /** Ids of the sections that the run made. */
  sections?: string[]
  /** Weak, to the run that this one takes back. */
  undoes?: Reference
  /** Weak, to the run that took this one back. */
  undoneBy?: Reference
}
