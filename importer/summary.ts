/**
 * What a run tells while it goes on and at its end; the lines of `--json`.
 */
import type {Diagnostic} from './diagnostics.ts'
import type {Article} from './documents.ts'
import type {LeftOutReason} from './files/walk.ts'
import type {Outcome, Step} from './plan/arrival.ts'

export type FileEvent = {
  event: 'file'
  /** As the path was given or found; stories after a file's first carry `#n`. */
  file: string
  id?: string
  outcome: Outcome | 'quarantined'
  fields: string[]
  draft: boolean
  movedFrom?: string
  duplicateOf?: string
  diagnostics: readonly Diagnostic[]
  /** With `--dry-run`: the article as it would be written. */
  document?: Partial<Article>
}

export type VanishedEvent = {event: 'vanished'; id: string; file: string}

export type Summary = {
  event: 'summary'
  /** What `--undo` takes; null where nothing was written. */
  run: string | null
  files: number
  created: number
  updated: number
  unchanged: number
  conflicts: number
  quarantined: number
  /** Of the related links of the stories that came in anew or changed. */
  links: {resolved: number; unresolved: number}
  requests: number
  /** Documents written. */
  writes: number
  retries: number
  seconds: number
  moved: number
  vanished: number
  /** Of the unchanged: files that say what another one says. */
  duplicates: number
}

/** Not part of `--json`: for progress bars and reports. `total` is 0 where nobody knows yet. */
export type ProgressEvent = {
  event: 'progress'
  stage: 'read' | 'write'
  done: number
  total: number
}
export type StepEvent = {event: 'step'; step: Step}
/** A dry run tells that the guard rail would stop the run. */
export type GuardEvent = {event: 'guard'; message: string}

/** A link that leads to no file. */
export type LeftOutEvent = {event: 'leftOut'; path: string; why: LeftOutReason}

export type ImportEvent =
  | FileEvent
  | VanishedEvent
  | Summary
  | ProgressEvent
  | StepEvent
  | GuardEvent
  | LeftOutEvent

/** The counter of each outcome. */
export const counters: Record<FileEvent['outcome'], keyof Summary & string> = {
  create: 'created',
  update: 'updated',
  unchanged: 'unchanged',
  conflict: 'conflicts',
  quarantined: 'quarantined',
}

export function emptySummary(): Summary {
  return {
    event: 'summary',
    run: null,
    files: 0,
    created: 0,
    updated: 0,
    unchanged: 0,
    conflicts: 0,
    quarantined: 0,
    links: {resolved: 0, unresolved: 0},
    requests: 0,
    writes: 0,
    retries: 0,
    seconds: 0,
    moved: 0,
    vanished: 0,
    duplicates: 0,
  }
}

/** The accounts of two inputs together; `run` is the last that wrote. */
export function joined(one: Summary, two: Summary): Summary {
  const sums = Object.fromEntries(
    Object.entries(one).flatMap(([name, value]) =>
      typeof value === 'number' ? [[name, value + (two[name as keyof Summary] as number)]] : [],
    ),
  )
  return {
    ...one,
    ...sums,
    run: two.run ?? one.run,
    links: {
      resolved: one.links.resolved + two.links.resolved,
      unresolved: one.links.unresolved + two.links.unresolved,
    },
  }
}
