/**
 * Raw files → built stories, a batch at a time: all that needs no dataset, so that threads can do it. What does need it,
 * the ids of sections and pictures, is asked for once a batch.
 */
import {type Built, build} from '../build.ts'
import {type Foreign, foreignOf} from '../classify/foreign.ts'
import type {Story} from '../compose.ts'
import type {Diagnostic} from '../diagnostics.ts'
import type {Article} from '../documents.ts'
import type {Picture} from '../files/image.ts'
import type {FoundFile} from '../files.ts'
import type {Manner} from '../manner.ts'
import {type Parcel, parcel} from '../pack/parcel.ts'
import {strong} from '../references.ts'
import type {Source} from '../source.ts'
import type {ForeignLine} from '../survey/recurring.ts'
import {type Parsed, type Parsing, parseAll, type WantedFile} from './parse.ts'

export type {WantedFile} from './parse.ts'

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
  /** Beside the file; the dataset may not have them yet. */
  pictures?: Picture[]
}

/** Names of sections in the order in which they were met, and of pictures by the file that names them. */
export type Asked = {sections: string[]; images: {file: string; names: string[]}[]}
/** Ids by name, pictures by file and name; one that is not there is left out. */
export type Answers = {
  sections: Record<string, string>
  images: Record<string, Record<string, Picture>>
}

export type Reading = Omit<Parsing, 'read'> & {
  read: (source: Source, foreign: Foreign) => Story[]
  isSound?: (document: Partial<Article>) => boolean
  manner: Manner
  ask: (asked: Asked) => Promise<Answers>
}

/** Answers for each file, in order. */
export async function readBatch(
  files: readonly WantedFile[],
  reading: Reading,
): Promise<ReadFile[]> {
  const parsed = await parseAll(files, parsingOf(reading, reading.manner.foreign))
  const answers = await reading.ask(asked(files, parsed))
  return parsed.map(({stories, ...rest}, at) => {
    if (!stories) return rest
    const images = answers.images[files[at]?.file ?? ''] ?? {}
    return {...rest, stories: built(stories, {...answers, images}, reading)}
  })
}

export function parsingOf(
  {read, ...reading}: Pick<Reading, keyof Parsing>,
  lines: readonly ForeignLine[],
): Parsing {
  const foreign = foreignOf(lines)
  return {...reading, read: (source) => read(source, foreign)}
}

function asked(files: readonly FoundFile[], parsed: readonly Parsed[]): Asked {
  const stories = parsed.flatMap((one) => one.stories ?? [])
  const images = parsed.flatMap((one, at) => {
    const names = (one.stories ?? []).flatMap(pictureNames)
    return names.length > 0 ? {file: files[at]?.file ?? '', names: [...new Set(names)]} : []
  })
  return {sections: [...new Set(stories.flatMap(sectionNames))], images}
}

function pictureNames({body}: Story): string[] {
  return body.flatMap((block) => (block.kind === 'image' ? block.fileName : []))
}

function sectionNames({relatedLinks, section}: Story): string[] {
  return [...relatedLinks.map((link) => link.section), section?.value].flatMap((name) => name ?? [])
}

function built(
  stories: readonly Story[],
  {sections, images}: {sections: Answers['sections']; images: Record<string, Picture>},
  {manner: {parser}, isSound = () => false}: Reading,
): ReadStory[] {
  const context = {
    sections: {resolve: (name: string) => strong(sections[name] as string)},
    image: (name: string) => images[name] && strong(images[name].id),
    parser,
  }
  return stories.map((story, at) => {
    const one = build(story, {number: at + 1, of: stories.length}, context)
    const {source, file, sha256, textHash, digest, simhash} = one.record
    const pictures = [...new Set(pictureNames(story))].flatMap((name) => images[name] ?? [])
    return {
      path: one.path,
      draft: one.draft,
      diagnostics: one.diagnostics,
      title: one.content.title,
      record: {source, file, sha256, textHash, digest, simhash},
      parcel: parcel(one, isSound(articleOf(one))),
      ...(pictures.length > 0 ? {pictures} : {}),
    }
  })
}

/** As it would be created, but for its slug and the stories that its links mean: what the importer makes is sound. */
function articleOf({content}: Built): Article {
  return {_id: 'article', _type: 'article', ...content, slug: {_type: 'slug', current: 'slug'}}
}
