/**
 * What was read of a file → arrivals, or its event where there is nothing to plan.
 */

import {type Diagnostic, type DiagnosticCode, ofFile} from '../diagnostics.ts'
import {mayBeAnother} from '../identity/another.ts'
import type {Replaced} from '../identity.ts'
import {articleId, articleOfRecord, recordId, successorId} from '../ids.ts'
import type {ArrivedList, FreshKind} from '../journal/arrived.ts'
import type {Spool} from '../journal/spool.ts'
import type {Head} from '../known.ts'
import {optional} from '../optional.ts'
import {addressed, outsideOf} from '../pack/parcel.ts'
import type {ReadFile, ReadStory} from '../reader/batch.ts'
import {tellQuarantined, tellUnchanged} from '../run/progress.ts'
import type {Run} from '../run.ts'
import {type LookedFile, place, placesOf} from './look.ts'

export type Arrivals = {
  spool: Spool
  /** What has to be known of all of them at once; fresh are those that no record names, or that say something else. */
  list: ArrivedList
  /** Known stories whose source changed in more than a counter. */
  changed: number
}

type Context = {run: Run; arrivals: Arrivals}

/** Contents for which a file need not be parsed: nothing is to be done, or it was turned down before. */
export function knownContents(file: LookedFile, run: Run): string[] {
  return [file.settled, refusal(file, run)?.sha256].flatMap((sha256) => sha256 ?? [])
}

/** Whether a file need not even be read; if so, tells what has become of it. */
export function isDone(file: LookedFile, run: Run): boolean {
  const {sha256} = file
  if (file.taken) {
    run.summary.files += 1
    const message = `Unexpected second file at ${file.file} once paths are spelled the same way, expected one`
    tellQuarantined(run, {file: file.path, diagnostics: [problem(file, 'path-taken', message)]})
    return true
  }
  if (sha256 === undefined || !knownContents(file, run).includes(sha256)) return false
  run.summary.files += 1
  takeKnown(file, sha256, run)
  return true
}

export function takeIn(file: LookedFile, read: ReadFile, {run, arrivals}: Context): void {
  const {absolute, stat, at} = file
  const {sha256, problem, stories} = read
  run.summary.files += 1
  if (stat && sha256) run.memory.files.put(absolute, {...stat, sha256, now: at})
  const bad = problem ?? (stories && unfit(file, stories, run))
  if (bad) setAside(file, bad, run)
  else if (stories) for (const story of stories) arrive(story, file, {run, arrivals})
  else takeKnown(file, sha256 ?? '', run)
}

function takeKnown(file: LookedFile, sha256: string, run: Run): void {
  const {settled, head} = file
  if (head && settled === sha256) {
    seeAll(file, sha256, run)
    tellUnchanged(run, file.path, head)
  } else {
    const reason = `${refusal(file, run)?.reason ?? 'Turned down before'}; --retry-failed tries again`
    setAside(file, problem(file, 'story-refused', reason), run)
  }
}

/** What cannot be taken in has not vanished. */
function setAside(file: LookedFile, diagnostic: Diagnostic, run: Run): void {
  seeAll(file, file.sha256 ?? '', run)
  tellQuarantined(run, {file: file.path, diagnostics: [diagnostic]})
}

function seeAll(file: LookedFile, sha256: string, run: Run): void {
  for (const {head} of placesOf(file, run, sha256)) if (head) run.memory.heads.see(head._id)
}

function refusal({file}: LookedFile, {setAside: list, options}: Run) {
  return options.retryFailed ? undefined : list.get(file)
}

/** What keeps the stories of a file out. */
function unfit(
  file: LookedFile,
  stories: readonly ReadStory[],
  {options}: Run,
): Diagnostic | undefined {
  const bad = stories.flatMap(({diagnostics}) => diagnostics).find(({level}) => level === 'error')
  if (bad) return bad
  const doubtful = options.strict ? stories.find(({draft}) => draft) : undefined
  if (doubtful) {
    return doubtful.diagnostics[0] ?? problem(file, 'story-doubtful', 'Unexpected doubt')
  }
  return stories.length === 0
    ? problem(file, 'title-missing', 'Unexpected text without a story')
    : undefined
}

function arrive(story: ReadStory, looked: LookedFile, {run, arrivals}: Context): void {
  const {record, title, path, parcel, pictures} = story
  const {article, head} = place(record, looked.known, record.source)
  const {file, textHash, simhash = ''} = record
  const fresh = {article, file, path, title, textHash, simhash}
  const change = changeOf(head, story, looked)
  if (change) {
    const {kind, replaces} = change
    arrivals.list.add({article, title}, {...fresh, replaces}, kind)
  } else arrivals.list.add({article, title}, head ? undefined : fresh)
  if (head && (!change || change.kind === 'revised')) {
    run.memory.heads.see(head._id)
    if (head.digest !== record.digest) arrivals.changed += 1
  }
  arrivals.spool.add(addressed({article, head, ...optional('pictures', pictures)}, parcel))
}

/** Where the path has not delivered this text before. */
function changeOf(
  head: Head | undefined,
  {record, parcel}: ReadStory,
  {known}: LookedFile,
): {kind: FreshKind; replaces: Replaced} | undefined {
  const own = known.get(recordId(articleId(record.source, record.file)))
  if (!own) return undefined
  const path = {_id: own._id, _rev: own._rev}
  const successor = successorId(record.source, record.file, record.sha256)
  // The path's own story has moved on.
  if (!head) return {kind: 'replaced', replaces: {own: path, successor, blocks: []}}
  // A file that only repeated another one has had no story of its own to leave behind, and may do so still.
  if (head.state === 'duplicate') {
    const same = articleOfRecord(head._id)
    return {kind: 'copy', replaces: {head, own: path, successor: same, blocks: []}}
  }
  if (head.textHash === record.textHash) return undefined
  const kind = mayBeAnother(head, record) ? 'replaced' : 'revised'
  const blocks = kind === 'replaced' ? outsideOf(parcel).base.body : []
  return {kind, replaces: {head, own: path, successor, blocks}}
}

function problem({path}: LookedFile, code: DiagnosticCode, message: string): Diagnostic {
  return ofFile(path, {code, level: 'error', message})
}
