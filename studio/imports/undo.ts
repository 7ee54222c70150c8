import type {SanityClient} from '@sanity/client'
import type {ImportRun} from '../../importer/documents.ts'
import {articleOfRecord, publishedId, runId, ulidOfRun} from '../../importer/ids.ts'
import {type Current, current, recordsOfRun, referring} from '../../importer/known.ts'
import {parts} from '../../importer/parts.ts'
import type {Step} from '../../importer/plan/arrival.ts'
import {weak} from '../../importer/references.ts'
import {planUndo} from '../../importer/undo/step.ts'
import {planUnlink} from '../../importer/undo/unlink.ts'
import {asTarget} from '../live/asTarget.ts'

export const tag = 'undo'
const storiesEach = 250

type Story = {id: string; file: string}

/** What taking a run back comes to, before anything is written. */
export type UndoPlan = {
  run: ImportRun
  /** The run that takes the other one back. */
  undoing: ImportRun
  deletes: Story[]
  restores: Story[]
  /** Left alone, each with the reason. */
  kept: (Story & {reason: string})[]
  steps: Step[]
}

/** For work that takes a while: told how many stories it has come to, and asked to stop. */
export type Watch = {progress: (stories: number) => void; signal: AbortSignal}

/** @throws The signal's reason where it was asked to stop. */
export async function planUndoOf(
  client: SanityClient,
  {run, undoing}: Pick<UndoPlan, 'run' | 'undoing'>,
  {progress, signal}: Watch,
): Promise<UndoPlan> {
  const plan: UndoPlan = {run, undoing, deletes: [], restores: [], kept: [], steps: []}
  const runs = {run: ulidOfRun(undoing._id), undone: ulidOfRun(run._id)}
  let looked = 0
  for await (const ids of parts(recordsOfRun(asTarget(client, tag), run._id), storiesEach)) {
    signal.throwIfAborted()
    for (const story of await stories(client, ids.map(articleOfRecord)))
      add(plan, planUndo(story, runs))
    looked += ids.length
    progress(looked)
  }
  const gone = new Set(plan.deletes.map(({id}) => id))
  const linking = new Set<string>()
  for await (const ids of parts(gone, storiesEach)) {
    signal.throwIfAborted()
    for (const id of await referring(asTarget(client, tag), ids)) linking.add(publishedId(id))
  }
  for await (const ids of parts(
    [...linking].filter((id) => !gone.has(id)),
    storiesEach,
  )) {
    signal.throwIfAborted()
    plan.steps.push(...(await unlinks(client, ids, gone)))
  }
  return plan
}

/** The run that takes another one back. */
export function undoingRun(
  ulid: string,
  {run, now, who}: {run: ImportRun; now: number; who?: string},
): ImportRun {
  return {
    _id: runId(ulid),
    _type: 'importRun',
    source: `undo ${ulidOfRun(run._id)}`,
    startedAt: new Date(now).toISOString(),
    ...(who ? {who} : {}),
    undoes: weak(run._id),
  }
}

function add(plan: UndoPlan, planned: ReturnType<typeof planUndo>): void {
  if (!planned) return
  if ('kept' in planned) {
    const {id, file, kept: reason} = planned
    plan.kept.push({id, file, reason})
    return
  }
  const {step, deletes} = planned
  ;(deletes ? plan.deletes : plan.restores).push({id: step.id, file: step.file})
  plan.steps.push(step)
}

function stories(client: SanityClient, articles: readonly string[]): Promise<Current[]> {
  return current(asTarget(client, tag), articles, new Map())
}

async function unlinks(
  client: SanityClient,
  linking: readonly string[],
  gone: ReadonlySet<string>,
): Promise<Step[]> {
  const found = await stories(client, linking)
  return linking.flatMap((id, at) => (found[at] && planUnlink(id, found[at], gone)) ?? [])
}
