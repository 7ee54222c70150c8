/**
 * What the dataset knows already: one query for each question and each five hundred stories, never one for each story.
 */

import type {Article, Base, ImportRecord, RecordState, Section, Stored} from './documents.ts'
import {draftId, recordId} from './ids.ts'
import {pages, rowsEach} from './known/pages.ts'
import type {Survey} from './manner.ts'
import {optional} from './optional.ts'
import type {KnownSection} from './sections.ts'
import type {Target} from './target.ts'

/** By so many records a run sees whether the dataset is as it was left: somebody may have written one while it wrote others. */
const latestEach = 100

export type Opening = {
  sections: KnownSection[]
  /** A run of this source that broke off. */
  unfinished: string | null
  /** Records of this source, and those that were written last. */
  records: {count: number; latest: {_id: string; _rev: string}[]}
  /** The last one of this source. */
  survey?: Survey
  /** Whether there is any record, of whichever source. */
  any: boolean
}

/** `shard`: runs of the same shard go on with each other; empty for a run of everything. */
export async function opening(target: Target, source: string, shard: string): Promise<Opening> {
  const {survey, ...opened} = await target.query<Omit<Opening, 'survey'> & {survey: string | null}>(
    `{
      "sections": *[_type == "section" && !(_id in path("drafts.**"))]{_id, title, aliases},
      "unfinished": *[_type == "importRun" && source == $source && coalesce(shard, "") == $shard && !defined(finishedAt)] | order(_id desc)[0]._id,
      "survey": *[_type == "importRun" && source == $source && defined(survey)] | order(_id desc)[0].survey,
      "records": {
        "count": count(*[_type == "importRecord" && source == $source]),
        "latest": *[_type == "importRecord" && source == $source] | order(_updatedAt desc)[0...${latestEach}]{_id, _rev}
      },
      "any": defined(*[_type == "importRecord"][0]._id)
    }`,
    {source, shard},
  )
  return {...opened, ...optional('survey', survey ? (JSON.parse(survey) as Survey) : undefined)}
}

/**
 * Whether this run, which has said how many files it took in, is the last of its source's shards to say so: no other goes
 * on without having said it, or has said it later. Two that say it in one instant may both be.
 */
export async function isLastIn(
  target: Target,
  {source, shards, run}: {source: string; shards: readonly string[]; run: string},
): Promise<boolean> {
  const later = await target.query<number>(
    `count(*[_type == "importRun" && source == $source && shard in $shards && !defined(finishedAt) && (
      !defined(files) || _updatedAt > *[_id == $run][0]._updatedAt
    )])`,
    {source, shards, run},
  )
  return later === 0
}

/** A document of a story, without Content Lake's own fields: published, draft or version. `fresh`: to be created. */
export type Variant = {document: Article; rev?: string; fresh?: true}

/** What the dataset holds of a story. */
export type Current = {record?: ImportRecord & Stored; variants: readonly Variant[]}

/** As much of a record as tells whether its file has changed. */
export type Head = {
  _id: string
  _rev: string
  file: string
  title?: string | null
  source: string
  sha256: string
  parser: string
  digest: string
  textHash: string
  simhash?: string | null
  state: RecordState
  stories?: number | null
  article: string
  /** Id of the record of the story that the path delivers, where this one's story moved on. */
  delivers?: string | null
}

const plainHeadFields = [
  '_id',
  '_rev',
  'file',
  'title',
  'source',
  'sha256',
  'parser',
  'digest',
  'textHash',
  'simhash',
  'state',
  'stories',
] as const

const head = `${plainHeadFields.join(', ')}, "article": article._ref, "delivers": delivers._ref`

/** As much of a record as a head holds of it. */
export function headOf(record: Partial<ImportRecord & Stored>): Partial<Head> {
  const {article, delivers} = record
  const plain = plainHeadFields.filter((name) => record[name] !== undefined)
  return {
    ...Object.fromEntries(plain.map((name) => [name, record[name]])),
    ...(article ? {article: article._ref} : {}),
    ...(delivers ? {delivers: delivers._ref} : {}),
  }
}

/** By record id. */
export async function heads(target: Target, ids: readonly string[]): Promise<Map<string, Head>> {
  const byId = new Map<string, Head>()
  for (let at = 0; at < ids.length; at += rowsEach) {
    const part = {ids: ids.slice(at, at + rowsEach)}
    for (const one of await target.query<Head[]>(`*[_id in $ids]{${head}}`, part)) {
      byId.set(one._id, one)
    }
  }
  return byId
}

/** The records of a source, page by page in the order of their ids. */
export async function* recordsOf(target: Target, source: string): AsyncIterable<Head> {
  yield* pages<Head>(
    target,
    `*[_type == "importRecord" && source == $source && _id > $after] | order(_id)[0...${rowsEach}]{${head}}`,
    {source, each: rowsEach},
  )
}

/** How many records of a source deliver a story. */
export function countCurrent(target: Target, source: string): Promise<number> {
  return target.query<number>(
    'count(*[_type == "importRecord" && source == $source && state == "current"])',
    {source},
  )
}

/** All records that deliver, delivered or repeat a story, of every source, page by page. */
export async function* allRecords(target: Target): AsyncIterable<Head> {
  yield* pages<Head>(
    target,
    `*[_type == "importRecord" && state in ["current", "vanished", "duplicate"] && _id > $after] | order(_id)[0...${rowsEach}]{${head}}`,
    {each: rowsEach},
  )
}

/** Records of any source that hold one of these texts, or one that may be near one of them. */
export function recordsLike(
  target: Target,
  {textHashes, bands}: {textHashes: readonly string[]; bands: readonly string[]},
): Promise<Head[]> {
  return target.query<Head[]>(
    `*[_type == "importRecord" && state in ["current", "vanished", "duplicate"] && (textHash in $textHashes || count(bands[@ in $bands]) > 0)]{${head}}`,
    {textHashes, bands},
  )
}

/** Ids of the records that a run touched, page by page. */
export async function* recordsOfRun(target: Target, run: string): AsyncIterable<string> {
  const groq = `*[_type == "importRecord" && references($run) && _id > $after] | order(_id)[0...${rowsEach}]{_id}`
  for await (const {_id} of pages<{_id: string}>(target, groq, {run, each: rowsEach})) yield _id
}

/** Ids of the articles, in whichever version, that refer to one of these documents. */
export function referring(target: Target, ids: readonly string[]): Promise<string[]> {
  return target.query<string[]>('*[_type == "article" && references($ids)]._id', {ids})
}

const basesEach = 500

/** What was imported last, by record id. */
export async function basesOf(target: Target, ids: readonly string[]): Promise<Map<string, Base>> {
  const bases = new Map<string, Base>()
  for (let at = 0; at < ids.length; at += basesEach) {
    const rows = await target.query<{_id: string; base?: string | null}[]>(
      '*[_id in $ids]{_id, base}',
      {ids: ids.slice(at, at + basesEach)},
    )
    for (const {_id, base} of rows) if (base) bases.set(_id, JSON.parse(base) as Base)
  }
  return bases
}

/** Those of these ids that there is a document of. */
export function existing(target: Target, ids: readonly string[]): Promise<string[]> {
  return target.query<string[]>('*[_id in $ids]._id', {ids})
}

/** Sections with what an editor may have written, and whether anything refers to them. */
export function sectionsMade(
  target: Target,
  ids: readonly string[],
): Promise<(Section & Stored & {used: boolean})[]> {
  return target.query('*[_id in $ids]{..., "used": count(*[references(^._id)]) > 0}', {ids})
}

/** As much of a story's documents and record as healing its links looks at, a tenth of them. */
const linkFields = '{_id, _type, _rev, relatedLinks, base, state, file, run, runs, change, undo}'

/** `current` with nothing but what healing links takes: many more stories at once. */
export function linking(
  target: Target,
  articles: readonly string[],
  versionIds: ReadonlyMap<string, string[]>,
): Promise<Current[]> {
  return stored(target, articles, {versionIds, fields: linkFields})
}

/** The stories' documents and records, whole, by published id. `versionIds`: versions in releases, which `versions` found. */
export function current(
  target: Target,
  articles: readonly string[],
  versionIds: ReadonlyMap<string, string[]>,
): Promise<Current[]> {
  return stored(target, articles, {versionIds, fields: ''})
}

async function stored(
  target: Target,
  articles: readonly string[],
  {versionIds, fields}: {versionIds: ReadonlyMap<string, string[]>; fields: string},
): Promise<Current[]> {
  const ids = articles.flatMap((article) => [
    recordId(article),
    article,
    draftId(article),
    ...(versionIds.get(article) ?? []),
  ])
  const found = await target.query<((Article | ImportRecord) & Stored)[]>(
    `*[_id in $ids]${fields}`,
    {ids},
  )
  const byId = new Map(found.map((document) => [document._id, withoutNulls(document)]))
  return articles.map((article) => {
    const record = byId.get(recordId(article)) as (ImportRecord & Stored) | undefined
    const variants = [article, draftId(article), ...(versionIds.get(article) ?? [])].flatMap(
      (id) => {
        const document = byId.get(id) as (Article & Stored) | undefined
        return document ? [variant(document)] : []
      },
    )
    return {...(record ? {record} : {}), variants}
  })
}

/** A list of fields has `null` for those that a document lacks; documents have none. */
function withoutNulls<Document extends object>(document: Document): Document {
  return Object.fromEntries(
    Object.entries(document).filter(([, value]) => value !== null),
  ) as Document
}

/** Published id → ids of its versions in releases. */
export async function versions(target: Target): Promise<Map<string, string[]>> {
  const ids = await target.query<string[]>(
    '*[_type == "article" && _id in path("versions.**")]._id',
  )
  const byArticle = new Map<string, string[]>()
  for (const id of ids) {
    const article = id.split('.').slice(2).join('.')
    byArticle.set(article, [...(byArticle.get(article) ?? []), id])
  }
  return byArticle
}

function variant({_rev, _createdAt, _updatedAt, ...document}: Article & Stored): Variant {
  return {document: document as Article, rev: _rev}
}
