import type {SanityClient} from '@sanity/client'
import {stable} from '../../importer/build/content.ts'
import type {ImportRun} from '../../importer/documents.ts'
import {articleOfRecord, runId, ulidOfRun} from '../../importer/ids.ts'
import {type Current, current, recordsOfRun, referring, sectionsMade} from '../../importer/known.ts'
import {guardedDelete, type Mutation} from '../../importer/mutations.ts'
import {weak} from '../../importer/references.ts'
import {newSection} from '../../importer/sections.ts'
import {planUndo} from '../../importer/undo/plan.ts'
import {planUnlink} from '../../importer/undo/unlink.ts'
import {asTarget} from '../live/asTarget.ts'

const storiesEach = 250
const tag = 'undo'

type Story = {id: string; file: string}

/** What taking a run back comes to, before anything is written. */
export type UndoPlan = {
  run: ImportRun
  deletes: Story[]
  restores: Story[]
  /** Left alone, each with the reason. */
  kept: (Story & {reason: string})[]
  /** One transaction each. */
  transactions: Mutation[][]
}

/** `undoing`: the ULID of the run that takes the other one back. */
export async function planUndoOf(
  client: SanityClient,
  run: ImportRun,
  undoing: string,
): Promise<UndoPlan> {
  const plan: UndoPlan = {run, deletes: [], restores: [], kept: [], transactions: []}
  const records: string[] = []
  for await (const id of recordsOfRun(asTarget(client, tag), run._id)) records.push(id)
  for (const story of await stories(client, records.map(articleOfRecord))) {
    const step = planUndo(story, {run: undoing, undone: ulidOfRun(run._id)})
    if (!step) continue
    if ('kept' in step) {
      plan.kept.push({id: step.id, file: step.file, reason: step.kept})
      continue
    }
    const {id, file, mutations} = step.step
    ;(step.deletes ? plan.deletes : plan.restores).push({id, file})
    plan.transactions.push(mutations)
  }
  plan.transactions.push(...(await unlinks(client, new Set(plan.deletes.map(({id}) => id)))))
  return plan
}

/** Carries the plan out; a story that somebody has changed since is left alone and counted. */
export async function takeBack(
  client: SanityClient,
  {run, transactions}: UndoPlan,
  undoing: ImportRun,
): Promise<{skipped: number}> {
  let skipped = 0
  for (const mutations of transactions) {
    const written = await write(client, [{createIfNotExists: undoing}, ...mutations])
    if (!written) skipped += 1
  }
  for (const mutations of await unusedSections(client, run)) await write(client, mutations)
  await write(client, [
    {createIfNotExists: undoing},
    {patch: {id: undoing._id, set: {finishedAt: new Date().toISOString()}}},
    {patch: {id: run._id, set: {undoneBy: weak(undoing._id)}}},
  ])
  return {skipped}
}

/** The run that takes another one back. */
export function undoingRun(
  ulid: string,
  {run, now, who}: {run: ImportRun; now: number; who?: string},
): ImportRun {
  return {
    _id: runId(ulid),
    _type: 'importRun',
    source: `undo ${run._id.slice(runId('').length)}`,
    startedAt: new Date(now).toISOString(),
    ...(who ? {who} : {}),
    undoes: weak(run._id),
  }
}

async function stories(client: SanityClient, articles: readonly string[]): Promise<Current[]> {
  const all: Current[] = []
  for (let at = 0; at < articles.length; at += storiesEach) {
    const some = articles.slice(at, at + storiesEach)
    all.push(...(await current(asTarget(client, tag), some, new Map())))
  }
  return all
}

async function unlinks(client: SanityClient, gone: ReadonlySet<string>): Promise<Mutation[][]> {
  if (gone.size === 0) return []
  const ids = await referring(asTarget(client, tag), [...gone])
  const linking = [...new Set(ids.map((id) => id.replace(/^drafts\./, '')))].filter(
    (id) => !gone.has(id),
  )
  const found = await stories(client, linking)
  return linking.flatMap((id, at) => {
    const step = found[at] && planUnlink(id, found[at], gone)
    return step ? [step.mutations] : []
  })
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

/** False where the dataset has moved on since the plan was made. */
async function write(client: SanityClient, mutations: Mutation[]): Promise<boolean> {
  try {
    await client.mutate(mutations as Parameters<SanityClient['mutate']>[0], {
      tag,
      visibility: 'sync',
      returnDocuments: false,
    })
    return true
  } catch (error) {
    if ((error as {statusCode?: number}).statusCode === 409) return false
    throw error
  }
}
