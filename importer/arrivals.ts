/**
 * Files → arrivals: reads what is new or has changed, and lets go of what the dataset knows already.
 */

import pLimit from 'p-limit'
import {type Built, build} from './build.ts'
import type {Diagnostic, DiagnosticCode} from './diagnostics.ts'
import {type FoundFile, standardInput} from './files.ts'
import {type Fresh, type Replaced, sameStoryBitsMax} from './identity.ts'
import {articleId, articleOfRecord, recordId, successorId} from './ids.ts'
import {imagesOf} from './images.ts'
import {openSpool, type Spool} from './journal/spool.ts'
import {type Head, heads, headsEach} from './known.ts'
import type {Arrival} from './plan/arrival.ts'
import {tellQuarantined, tellUnchanged} from './progress.ts'
import {weak} from './references.ts'
import type {Run} from './run.ts'
import {distance} from './simhash.ts'
import {isSource, readSource, type Source, sourceOf} from './source.ts'

const filesAtOnce = 32
const inMemoryMax = 1000

export type Arrivals = {
  spool: Spool<Arrival>
  /** Those that no record names, in the files' order. */
  fresh: Fresh[]
  /** All that came in, by title. */
  titles: {article: string; title: string}[]
  /** Ids of the records whose files are there. */
  seen: Set<string>
  /** How many of them deliver a story. */
  delivering: number
  /** Known stories whose file has come to say something else altogether. */
  replaced: Replaced[]
  /** Known stories whose source changed in more than a counter. */
  changed: number
}

export async function readArrivals(run: Run): Promise<Arrivals> {
  const spool = openSpool<Arrival>(`${run.folder}/${run.id}.ndjson`, inMemoryMax)
  run.closing.push(spool.close)
  const arrivals: Arrivals = {
    spool,
    fresh: [],
    titles: [],
    seen: new Set(),
    delivering: 0,
    replaced: [],
    changed: 0,
  }
  let files: FoundFile[] = []
  for await (const file of run.input.files()) {
    if (run.options.signal?.aborted) break
    files.push(file)
    if (files.length === headsEach) {
      await readFiles(files, run, arrivals)
      files = []
    }
  }
  if (files.length > 0) await readFiles(files, run, arrivals)
  return arrivals
}

type HeadMap = Awaited<ReturnType<typeof heads>>

async function readFiles(files: readonly FoundFile[], run: Run, arrivals: Arrivals): Promise<void> {
  const limit = pLimit(filesAtOnce)
  const [sources, known] = await Promise.all([
    Promise.all(files.map((file) => limit(() => readOne(file, run)))),
    heads(
      run.target,
      files.map(({file}) => recordId(articleId(run.input.source, file))),
    ),
  ])
  const further = await heads(run.target, furtherStories(run, known))
  for (const [id, head] of further) known.set(id, head)
  for (const [at, source] of sources.entries()) {
    run.summary.files += 1
    const {file, path} = files[at] as FoundFile
    if (isSource(source)) await takeSource(source, run, {known, arrivals})
    else {
      // What cannot be read has not vanished.
      const head = known.get(recordId(articleId(run.input.source, file)))
      if (head) see(head, arrivals)
      tellQuarantined(run, {file: path, diagnostics: [source]})
    }
  }
  run.emit({event: 'progress', stage: 'read', done: run.summary.files, total: 0})
}

async function readOne({file, path}: FoundFile, run: Run): Promise<Source | Diagnostic> {
  const {root, source: name} = run.input
  if (path !== standardInput) return readSource({root, file, name, path})
  return sourceOf((await run.options.standardInput?.()) ?? new Uint8Array(), {file, name, path})
}

/** Record ids of the second and later stories of known files. */
function furtherStories(run: Run, known: HeadMap): string[] {
  return [...known.values()].flatMap(({file, stories}) =>
    Array.from({length: Math.max(0, (stories ?? 1) - 1)}, (_, at) =>
      recordId(articleId(run.input.source, `${file}#${at + 2}`)),
    ),
  )
}

type ReadContext = {known: HeadMap; arrivals: Arrivals}

async function takeSource(source: Source, run: Run, {known, arrivals}: ReadContext): Promise<void> {
  const first = place(source, source.file, known)
  const stories = storyFiles(source.file, first.head?.stories ?? 1)
  const places = [first, ...stories.slice(1).map((file) => place(source, file, known))]
  for (const {head} of places) if (head) see(head, arrivals)
  if (first.head && places.every(({head}) => isUnchanged(head, source, run.options.parser))) {
    tellUnchanged(run, source.path, first.head)
    return
  }
  const built = await takeIn(source, run)
  if (!Array.isArray(built)) tellQuarantined(run, {file: source.path, diagnostics: [built]})
  else for (const one of built) arrive(one, place(source, one.record.file, known), arrivals)
}

function see({_id, state}: Head, arrivals: Arrivals): void {
  if (state === 'current' && !arrivals.seen.has(_id)) arrivals.delivering += 1
  arrivals.seen.add(_id)
}

/** The file's stories, or what keeps them out. */
async function takeIn(source: Source, run: Run): Promise<Built[] | Diagnostic> {
  const {options} = run
  const refused = run.setAside.get(source.file)
  if (refused?.sha256 === source.sha256 && !options.retryFailed) {
    return problem(source, 'story-refused', refused.reason)
  }
  const built = await buildAll(source, run)
  const bad = built.flatMap(({diagnostics}) => diagnostics).find(({level}) => level === 'error')
  if (bad) return bad
  const doubtful = options.strict ? built.find(({draft}) => draft) : undefined
  if (doubtful)
    return doubtful.diagnostics[0] ?? problem(source, 'story-doubtful', 'Unexpected doubt')
  return built.length > 0
    ? built
    : problem(source, 'title-missing', 'Unexpected text without a story')
}

function arrive(built: Built, {article, head, pathMutations}: Place, arrivals: Arrivals): void {
  if (head) {
    see(head, arrivals)
    if (head.digest !== built.record.digest) arrivals.changed += 1
    const successor = successorId(built.record.source, built.record.file, built.record.sha256)
    if (isAnother(head, built)) arrivals.replaced.push({article, head, successor})
  } else {
    const {file, textHash, simhash = ''} = built.record
    const {path} = built
    arrivals.fresh.push({article, file, path, title: built.content.title, textHash, simhash})
  }
  arrivals.titles.push({article, title: built.content.title})
  arrivals.spool.add({
    built,
    article,
    ...(head ? {head} : {}),
    ...(pathMutations ? {pathMutations} : {}),
  })
}

function isAnother({simhash, textHash}: Head, {record}: Built): boolean {
  if (!simhash || !record.simhash || textHash === record.textHash) return false
  return distance(simhash, record.simhash) > sameStoryBitsMax
}

type Place = Pick<Arrival, 'article' | 'head' | 'pathMutations'>

/** Which story a path delivers: its own, or the one its record leads to, or a new one where its own has moved on. */
function place(source: Source, file: string, known: HeadMap): Place {
  const own = articleId(source.name, file)
  const head = known.get(recordId(own))
  if (!head) return {article: own}
  const {delivers, ...self} = head
  if (delivers?.file === file) return {article: articleOfRecord(delivers._id), head: delivers}
  if (self.file === file && self.state !== 'moved') return {article: own, head: self}
  const article = successorId(source.name, file, source.sha256)
  const set = {delivers: weak(recordId(article))}
  return {article, pathMutations: [{patch: {id: head._id, ifRevisionID: head._rev, set}}]}
}

function isUnchanged(head: Head | undefined, {sha256}: Source, parser: string): boolean {
  return head?.sha256 === sha256 && head.parser === parser && head.state !== 'vanished'
}

function storyFiles(file: string, count: number): string[] {
  return Array.from({length: count}, (_, at) => (at === 0 ? file : `${file}#${at + 1}`))
}

async function buildAll(source: Source, run: Run): Promise<Built[]> {
  const {options, sections} = run
  const stories = options.read(source)
  const context = {
    sections,
    image: await imagesOf(run, source, stories),
    parser: options.parser,
    ...(options.layout === undefined ? {} : {layout: options.layout}),
  }
  return stories.map((story, at) => build(story, {number: at + 1, of: stories.length}, context))
}

function problem({path}: Source, code: DiagnosticCode, message: string): Diagnostic {
  return {code, level: 'error', message, file: path, place: {line: 0, column: 0}}
}
