/**
 * A run: what all stages share, opened before the first file is read and closed after the last write.
 */

import {optional} from './build.ts'
import type {ImportRun} from './documents.ts'
import type {Input, Shard} from './files.ts'
import {runId, ulid, ulidOfRun} from './ids.ts'
import {lock} from './journal/lock.ts'
import {type PlanFile, writePlan} from './journal/plan.ts'
import {openJournal, openSetAside, type SetAsideList} from './journal.ts'
import {type Opening, opening, versions} from './known.ts'
import type {ImportOptions} from './options.ts'
import {weak} from './references.ts'
import {type Sections, sections} from './sections.ts'
import {emptySummary, type ImportEvent, type Summary} from './summary.ts'
import {type Clock, systemClock} from './target/pace.ts'
import {openTarget, type Target} from './target.ts'

export type Run = {
  input: Input
  options: ImportOptions
  target: Target
  clock: Clock
  /** ULID; an unfinished run of the source goes on under its own. */
  id: string
  resumed: boolean
  startedAt: number
  opening: Opening
  sections: Sections
  setAside: SetAsideList
  summary: Summary
  /** For what is too large for memory. */
  folder: string
  /** Ids of sections that the run has sent for creation. */
  madeSections: Set<string>
  /** Where the plan is saved. */
  plan?: PlanFile
  /** Id of the run that this one takes back. */
  undoes?: string
  /** Whether anything was written, in this process or the one before. */
  wrote: boolean
  /** Versions in releases by published id; `releases` asks for them. */
  versions?: Promise<Map<string, string[]>>
  emit: (event: ImportEvent) => void
  /** Before a transaction goes out. */
  sending: (transaction: {id: string; bytes: number; ids: readonly string[]}) => void
  /** Called by `release`: what has to be put away however the run ends. */
  closing: (() => void)[]
  release: () => void
}

/** Throws LockedError, TargetError. */
export async function openRun(input: Input, options: ImportOptions): Promise<Run> {
  const clock = options.clock ?? systemClock
  const folder = options.stateFolder
  const shard = options.shard ? shardName(options.shard) : ''
  const release = options.dryRun ? () => {} : lock(folder, `${input.source} ${shard}`.trim())
  try {
    const target = openTarget(options.target, {rate: options.rate, clock})
    const startedAt = clock.now()
    const known = await opening(target, input.source, shard)
    const id =
      known.unfinished === null ? ulid(startedAt, clock.random) : ulidOfRun(known.unfinished)
    const plan =
      options.plan === undefined
        ? undefined
        : writePlan(options.plan, {run: id, source: input.source, target: target.name})
    const closing = plan ? [plan.close, release] : [release]
    let journal: ReturnType<typeof openJournal> | undefined
    return {
      input,
      options,
      target,
      clock,
      id,
      resumed: known.unfinished !== null,
      startedAt,
      opening: known,
      sections: sections(known.sections),
      setAside: openSetAside(folder, input.source),
      summary: emptySummary(),
      folder: `${folder}/spool`,
      madeSections: new Set(),
      wrote: known.unfinished !== null,
      emit: options.on ?? (() => {}),
      sending: (transaction) => {
        if (!journal) {
          journal = openJournal(`${folder}/journal`, id)
          closing.push(journal.close)
        }
        journal.sending(transaction)
      },
      ...optional('plan', plan),
      closing,
      release: () => {
        for (const close of closing) close()
      },
    }
  } catch (error) {
    release()
    throw error
  }
}

function shardName({index, count}: Shard): string {
  return `${index}/${count}`
}

/** The document that every transaction of the run brings along. */
export function runDocument({id, input, options, startedAt, undoes}: Run): ImportRun {
  return {
    _id: runId(id),
    _type: 'importRun',
    source: input.source,
    startedAt: new Date(startedAt).toISOString(),
    ...optional('who', options.who),
    ...optional('undoes', undoes === undefined ? undefined : weak(undoes)),
    ...optional('shard', options.shard && shardName(options.shard)),
  }
}

/** Versions in releases, asked for once, when the first known story is planned. */
export function releases(run: Run): Promise<Map<string, string[]>> {
  run.versions ??= versions(run.target)
  return run.versions
}
