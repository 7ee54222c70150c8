/**
 * Raw files → built stories, a batch at a time: all that needs no dataset, so that threads can do it. What does need it,
 * the ids of sections and pictures, is asked for once a batch.
 */
import {type Built, build} from './build.ts'
import type {Story} from './compose.ts'
import type {Diagnostic} from './diagnostics.ts'
import type {Article} from './documents.ts'
import {type FoundFile, standardInput} from './files.ts'
import {type Parcel, parcel} from './parcel.ts'
import {strong} from './references.ts'
import {isSource, readBytes, type Source, sourceOf} from './source.ts'
import {utf8Bytes} from './utf8.ts'

const filesAtOnce = 32
/** One request carries 4,000,000, with the record around the text. */
const textBytesMax = 3_500_000

/** `known`: hashes of contents that nothing has to be read for. */
export type WantedFile = FoundFile & {known: readonly string[]}

export type ReadFile = {
  /** Of the bytes; absent where they could not be read, or hold no text. */
  sha256?: string
  problem?: Diagnostic
  /** Absent where the content is known, or there is a problem. */
  stories?: ReadStory[]
}

/** A story's parcel, and what is needed of it before it is planned. */
export type ReadStory = Pick<Built, 'path' | 'draft' | 'diagnostics'> & {
  title: string
  record: Pick<Built['record'], 'source' | 'file' | 'sha256' | 'textHash' | 'digest' | 'simhash'>
  parcel: Parcel
}

/** Names of sections in the order in which they were met, and of pictures by the file that names them. */
export type Asked = {sections: string[]; images: {file: string; names: string[]}[]}
/** Ids by name; a picture that is not there has none. */
export type Answers = {
  sections: Record<string, string>
  images: Record<string, Record<string, string>>
}

export type Reading = {
  /** Absolute. */
  root: string
  /** The source's name. */
  name: string
  read: (source: Source) => Story[]
  isSound?: (document: Partial<Article>) => boolean
  parser: string
  standardInput?: () => Promise<Uint8Array>
  ask: (asked: Asked) => Promise<Answers>
}

type Parsed = {sha256?: string; problem?: Diagnostic; stories?: Story[]}

/** Answers for each file, in order. */
export async function readBatch(
  files: readonly WantedFile[],
  reading: Reading,
): Promise<ReadFile[]> {
  const parsed = await parseAll(files, reading)
  const answers = await reading.ask(asked(files, parsed))
  return parsed.map(({stories, ...rest}, at) => {
    if (!stories) return rest
    const images = answers.images[files[at]?.file ?? ''] ?? {}
    return {...rest, stories: built(stories, {...answers, images}, reading)}
  })
}

/**
 * The files of a part come off the disk side by side, and are parsed once all of them are there: a parser that turns to
 * each as it comes in takes half as long again.
 */
async function parseAll(files: readonly WantedFile[], reading: Reading): Promise<Parsed[]> {
  const parsed: Parsed[] = []
  for (let from = 0; from < files.length; from += filesAtOnce) {
    const part = files.slice(from, from + filesAtOnce)
    const read = await Promise.all(part.map((file) => bytesOf(file, reading)))
    for (const [at, bytes] of read.entries()) {
      const isRead = bytes instanceof Uint8Array
      parsed.push(isRead ? parse(part[at] as WantedFile, bytes, reading) : {problem: bytes})
    }
  }
  return parsed
}

async function bytesOf(
  {file, path, absolute}: WantedFile,
  {root, name, standardInput: given}: Reading,
): Promise<Uint8Array | Diagnostic> {
  if (path === standardInput) return (await given?.()) ?? new Uint8Array()
  return readBytes({root, file, name, path, absolute})
}

function parse({file, path, known}: WantedFile, bytes: Uint8Array, reading: Reading): Parsed {
  const source = sourceOf(bytes, {file, name: reading.name, path})
  if (!isSource(source)) return {problem: source}
  const {sha256} = source
  if (known.includes(sha256)) return {sha256}
  const textBytes = utf8Bytes(source.text)
  if (textBytes > textBytesMax) return {sha256, problem: tooLarge(source, textBytes)}
  try {
    return {sha256, stories: reading.read(source)}
  } catch (error) {
    return {sha256, problem: failed(source, error)}
  }
}

function tooLarge({path}: Source, bytes: number): Diagnostic {
  const message = `Unexpected ${bytes} bytes of text, expected no more than ${textBytesMax}: a record keeps it whole`
  return {code: 'file-too-large', level: 'error', message, file: path, place: {line: 0, column: 0}}
}

function failed({path}: Source, error: unknown): Diagnostic {
  const message = `Unexpected failure of the reader: ${(error as Error).message}`
  return {code: 'reader-failed', level: 'error', message, file: path, place: {line: 0, column: 0}}
}

function asked(files: readonly FoundFile[], parsed: readonly Parsed[]): Asked {
  const stories = parsed.flatMap((one) => one.stories ?? [])
  const images = parsed.flatMap((one, at) => {
    const names = (one.stories ?? []).flatMap(({body}) =>
      body.flatMap((block) => (block.kind === 'image' ? block.fileName : [])),
    )
    return names.length > 0 ? {file: files[at]?.file ?? '', names: [...new Set(names)]} : []
  })
  return {sections: [...new Set(stories.flatMap(sectionNames))], images}
}

function sectionNames({relatedLinks, section}: Story): string[] {
  return [...relatedLinks.map((link) => link.section), section?.value].flatMap((name) => name ?? [])
}

function built(
  stories: readonly Story[],
  {sections, images}: {sections: Answers['sections']; images: Record<string, string>},
  {parser, isSound = () => false}: Reading,
): ReadStory[] {
  const context = {
    sections: {resolve: (name: string) => strong(sections[name] as string)},
    image: (name: string) => (images[name] === undefined ? undefined : strong(images[name])),
    parser,
  }
  return stories.map((story, at) => {
    const one = build(story, {number: at + 1, of: stories.length}, context)
    const {source, file, sha256, textHash, digest, simhash} = one.record
    return {
      path: one.path,
      draft: one.draft,
      diagnostics: one.diagnostics,
      title: one.content.title,
      record: {source, file, sha256, textHash, digest, simhash},
      parcel: parcel(one, isSound(articleOf(one))),
    }
  })
}

/** As it would be created, but for its slug and the stories that its links mean: what the importer makes is sound. */
function articleOf({content}: Built): Article {
  return {_id: 'article', _type: 'article', ...content, slug: {_type: 'slug', current: 'slug'}}
}
