import type {SanityClient} from '@sanity/client'
import type {ImportRun} from '../../importer/documents.ts'
import {runId} from '../../importer/ids.ts'
import type {Step} from '../../importer/plan/arrival.ts'
import type {Source} from '../../importer/source.ts'
import {knownOf} from './known.ts'
import {type PlanOptions, planCopy} from './plan.ts'

/** How often a story is planned anew because somebody changed it in between. */
const roundsMax = 3

export type Outcome = Step['outcome'] | 'failed'
export type Result = {outcome: Outcome; story?: string; message?: string}

export type Run = {id: string; source: string; startedAt: string; who?: string}

/** Imports one file: each story and its record in one transaction, with the run that it belongs to. */
export async function importOne(
  client: SanityClient,
  source: Source,
  {run, options}: {run: Run; options: PlanOptions},
): Promise<Result[]> {
  for (let round = 1; ; round += 1) {
    const steps = planCopy(source, await knownOf(client, source, options), options)
    try {
      for (const step of steps) await write(client, step, run)
      return steps.map(({outcome, id}) => ({outcome, story: id}))
    } catch (error) {
      if (!isConflict(error) || round === roundsMax) throw error
    }
  }
}

/** Writes what the run came to; a run that changed nothing has no document, and gets none. */
export async function finishRun(
  client: SanityClient,
  run: Run,
  outcomes: readonly Outcome[],
): Promise<void> {
  const count = (outcome: Outcome) => outcomes.filter((one) => one === outcome).length
  const changed = count('create') + count('update') + count('conflict')
  if (changed === 0) return
  const set: Partial<ImportRun> = {
    finishedAt: new Date().toISOString(),
    files: outcomes.length,
    created: count('create'),
    updated: count('update'),
    unchanged: count('unchanged'),
    conflicts: count('conflict'),
    quarantined: count('failed'),
  }
  await client
    .transaction()
    .createIfNotExists(runDocument(run))
    .patch(runId(run.id), {set})
    .commit({tag: 'import-copy'})
}

async function write(client: SanityClient, step: Step, run: Run): Promise<void> {
  if (step.mutations.length === 0) return
  const mutations = [
    {createIfNotExists: runDocument(run)},
    ...step.sections.map((section) => ({createIfNotExists: section})),
    ...step.mutations,
  ]
  await client.mutate(mutations as Parameters<SanityClient['mutate']>[0], {
    tag: 'import-copy',
    visibility: 'sync',
    returnDocuments: false,
  })
}

function runDocument({id, source, startedAt, who}: Run): ImportRun {
  return {_id: runId(id), _type: 'importRun', source, startedAt, ...(who ? {who} : {})}
}

function isConflict(error: unknown): boolean {
  return (error as {statusCode?: number}).statusCode === 409
}
