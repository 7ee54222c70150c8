/**
 * A run: what all stages share, opened before the first file is read and closed after the last write.
 */

import type {ImportRun} from './documents.ts'
import type {Input, Shard} from './files.ts'
import {runId, ulid, ulidOfRun} from './ids.ts'
import {lock} from './journal/lock.ts'
import {type Memory, openMemory} from './journal/memory.ts'
import {type PlanFile, writePlan} from './journal/planFile.ts'
import {openJournal, openSetAside, type SetAsideList} from './journal.ts'
import {type Heads, openHeads} from './known/heads.ts'
import {type Opening, opening, versions} from './known.ts'
import {type Manner, mannerOf, type Survey} from './manner.ts'
import {optional} from './optional.ts'
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
  /** How files are read; from the survey in force. */
  manner: Manner
  /** Taken by this run: told with its document. */
  survey?: Survey
  sections: Sections
  memory: Memory
  heads: Heads
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

/** `planned`: ULID of the run that a plan was made for. Throws LockedError, TargetError. */
export async function openRun(
  input: Input,
  options: ImportOptions,
  planned?: string,
): Promise<Run> {
  const clock = options.clock ?? systemClock
  const folder = options.stateFolder
  const shard = options.shard ? shardName(options.shard) : ''
  const name = `${input.source} ${shard}`.trim()
  const closing = [options.dryRun ? () => {} : lock(folder, name)]
  const release = () => {
    for (const close of closing.splice(0).reverse()) close()
  }
  try {
    const target = openTarget(options.target, {rate: options.rate, clock})
    const startedAt = clock.now()
    const known = await opening(target, input.source, shard)
    const unfinished = known.unfinished === null ? undefined : ulidOfRun(known.unfinished)
    const id = planned ?? unfinished ?? ulid(startedAt, clock.random)
    // A dry run may come beside a run in earnest, and files have to be there to be known again.
    const remembered = !options.dryRun && input.root !== ''
    const memory = openMemory(folder, remembered ? name : undefined)
    closing.push(memory.close)
    const manner = mannerOf(options.parser, known.survey)
    const shared = {input, options, target, clock, id, memory, opening: known, manner}
    return {
      ...shared,
      resumed: known.unfinished !== null,
      startedAt,
      sections: sections(known.sections),
      heads: await openHeads(shared),
      setAside: openSetAside(folder, input.source),
      summary: emptySummary(),
      folder: `${folder}/spool`,
      madeSections: new Set(),
      wrote: known.unfinished !== null,
      emit: options.on ?? (() => {}),
      sending: journaled(`${folder}/journal`, id, closing),
      ...optional('plan', planOf(shared, closing)),
      closing,
      release,
    }
  } catch (error) {
    release()
    throw error
  }
}

type Closing = Run['closing']

/** Opens the journal with the first transaction. */
function journaled(folder: string, id: string, closing: Closing): Run['sending'] {
  let journal: ReturnType<typeof openJournal> | undefined
  return (transaction) => {
    if (!journal) {
      journal = openJournal(folder, id)
      closing.push(journal.close)
    }
    journal.sending(transaction)
  }
}

function planOf(
  {options, input, target, id}: Pick<Run, 'options' | 'input' | 'target' | 'id'>,
  closing: Closing,
): PlanFile | undefined {
  if (options.plan === undefined) return undefined
  const plan = writePlan(options.plan, {run: id, source: input.source, target: target.name})
  closing.push(plan.close)
  return plan
}

export function shardName({index, count}: Shard): string {
  return `${index}/${count}`
}

/** The document that every transaction of the run brings along. */
export function runDocument({id, input, options, startedAt, undoes, survey}: Run): ImportRun {
  return {
    _id: runId(id),
    _type: 'importRun',
    source: input.source,
    startedAt: new Date(startedAt).toISOString(),
    ...optional('who', options.who),
    ...optional('undoes', undoes === undefined ? undefined : weak(undoes)),
    ...optional('shard', options.shard && shardName(options.shard)),
    ...optional('survey', survey && JSON.stringify(survey)),
  }
}

/** Versions in releases, asked for once, when the first known story is planned. */
export function releases(run: Run): Promise<Map<string, string[]>> {
  run.versions ??= versions(run.target)
  return run.versions
}
