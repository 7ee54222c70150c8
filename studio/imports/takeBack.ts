import type {SanityClient} from '@sanity/client'
import {stable} from '../../importer/build/content.ts'
import type {ImportRun} from '../../importer/documents.ts'
import {ulidOfRun} from '../../importer/ids.ts'
import {sectionsMade} from '../../importer/known.ts'
import {guardedDelete, type Mutation} from '../../importer/mutations.ts'
import {packer} from '../../importer/pack.ts'
import type {Step} from '../../importer/plan/arrival.ts'
import {weak} from '../../importer/references.ts'
import {newSection} from '../../importer/sections.ts'
import {asTarget} from '../live/asTarget.ts'
import {reason} from '../live/reason.ts'
import {tag, type UndoPlan, type Watch} from './undo.ts'

/** Small enough that progress moves, and that stopping takes effect at once. */
const batchBytes = 30_000

/** A story that was left as it is, and why. */
export type Failure = {file: string; reason: string}

/**
 * Carries the plan out, many stories a transaction; one that fails is tried story by story. Each transaction leaves the
 * dataset whole, so that after a stop or a breakdown a new plan holds what is left.
 *
 * @throws Where the lake cannot be reached, or where nothing may be written; the signal's reason where it was asked to stop.
 */
export async function takeBack(
  client: SanityClient,
  {run, undoing, steps}: UndoPlan,
  {progress, signal}: Watch,
): Promise<Failure[]> {
  const failures: Failure[] = []
  let done = 0
  for (const batch of batches(steps, undoing)) {
    signal.throwIfAborted()
    failures.push(...(await writeAll(client, batch, undoing)))
    done += batch.length
    progress(done)
  }
  for (const mutations of await unusedSections(client, run)) {
    await write(client, mutations).catch(refusal)
  }
  await write(client, [
    {createIfNotExists: undoing},
    {patch: {id: undoing._id, set: {finishedAt: new Date().toISOString()}}},
    {patch: {id: run._id, set: {undoneBy: weak(undoing._id)}}},
  ])
  return failures
}

function* batches(steps: readonly Step[], undoing: ImportRun): Iterable<Step[]> {
  const pack = packer({run: ulidOfRun(undoing._id), always: [undoing], batchBytes})
  for (const step of steps) {
    const closed = pack.add(step)
    if (!closed) continue
    yield 'steps' in closed ? closed.steps : [closed.step]
  }
  const last = pack.flush()
  if (last) yield last.steps
}

async function writeAll(
  client: SanityClient,
  steps: readonly Step[],
  undoing: ImportRun,
): Promise<Failure[]> {
  const mutations = steps.flatMap((step) => step.mutations)
  const why = await write(client, [{createIfNotExists: undoing}, ...mutations]).then(
    () => undefined,
    refusal,
  )
  if (why === undefined) return []
  if (steps.length === 1) return steps.map(({file}) => ({file, reason: why}))
  const failures: Failure[] = []
  for (const step of steps) failures.push(...(await writeAll(client, [step], undoing)))
  return failures
}

/** What the lake has against these documents. @throws The error where it says nothing of them. */
function refusal(error: unknown): string {
  const {statusCode} = error as {statusCode?: number}
  if (statusCode === 409) return 'somebody has changed it since'
  if (statusCode === 400 || statusCode === 404 || statusCode === 413) return reason(error)
  throw error
}

/** Sections that the run made, that nobody refers to and nobody has edited. */
async function unusedSections(client: SanityClient, {sections = []}: ImportRun) {
  if (sections.length === 0) return []
  const found = await sectionsMade(asTarget(client, tag), sections)
  return found.flatMap(({used, _rev, _createdAt, _updatedAt, ...section}) =>
    used || stable(section) !== stable(newSection(section.title))
      ? []
      : [guardedDelete(section._id, _rev)],
  )
}

async function write(client: SanityClient, mutations: readonly Mutation[]): Promise<void> {
  await client.mutate(mutations as Parameters<SanityClient['mutate']>[0], {
    tag,
    visibility: 'sync',
    returnDocuments: false,
  })
}
