/**
 * What a run is told, and what it is given to work with.
 */

import type {Article} from './documents.ts'
import type {Shard} from './files.ts'
import type {Reading} from './reader/batch.ts'
import type {ImportEvent} from './summary.ts'
import type {Clock} from './target/pace.ts'
import type {TargetAddress} from './target.ts'
import type {Validator} from './validate.ts'

/** A module that threads load, by its address: its `readingOf` makes `read` of the settings, which are plain data. */
export type ThreadModule = {module: string; settings: unknown}
export type ThreadReading = {
  readingOf: (settings: unknown) => Pick<Reading, 'read' | 'isSound'>
}

export type ImportOptions = {
  /** Files, folders, globs, or `-`. */
  paths: readonly string[]
  target: TargetAddress
  /** Where journals, locks and lists of this machine stand. */
  stateFolder: string
  cwd?: string
  /** Source → stories, with the settings that the user chose. Absent: `thread` has it. */
  read?: Reading['read']
  /** Whether `validate` would find nothing; false where in doubt. A story that is sound is not looked at again. */
  isSound?: (document: Partial<Article>) => boolean
  /** The same for threads; without it all is read in this one. What threads do is loaded here only for few files. */
  thread?: ThreadModule
  /** Version of the parser and fingerprint of those settings; another one reads known files anew (`parser.ts`). */
  parser: string
  /** Name of the source, and of the story that comes by standard input. */
  source?: string
  name?: string
  /** The bytes of standard input. */
  standardInput?: () => Promise<Uint8Array>
  /** Called as things happen. */
  on?: (event: ImportEvent) => void
  dryRun?: boolean
  /** With `dryRun`: the file that the plan is saved to. */
  plan?: string
  /** Stories that would be held back as drafts are set aside instead. */
  strict?: boolean
  /** Answers for unresolved links the stories that come nearest. */
  candidates?: boolean
  draft?: boolean
  /** Goes on where the guard rail would stop. */
  yes?: boolean
  prune?: boolean
  retryFailed?: boolean
  shard?: Shard
  concurrency?: number
  /** Requests a second. */
  rate?: number
  /** Knows the Studio's schema. */
  validate?: Validator
  /** Recorded with the run. */
  who?: string
  clock?: Clock
  signal?: AbortSignal
}
