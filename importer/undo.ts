/**
 * Takes a run back: created and untouched since → deleted, changed and untouched → the former values, edited since →
 * left alone and listed. It is a run itself, and goes on where it broke off.
 */

import {stable} from './build/content.ts'
import type {ImportRun, Stored} from './documents.ts'
import {UsageError} from './files.ts'
import {articleOfRecord, publishedId, runId, ulidOfRun} from './ids.ts'
import {current, recordsOfRun, referring, sectionsMade} from './known.ts'
import {guardedDelete} from './mutations.ts'
import type {ImportOptions} from './options.ts'
import {parts} from './parts.ts'
import {emptyStep, type Step} from './plan/arrival.ts'
import {weak} from './references.ts'
import {finish} from './run/finish.ts'
import {tellKept} from './run/progress.ts'
import {openRun, type Run, releases} from './run.ts'
import {newSection} from './sections.ts'
import type {Summary} from './summary.ts'
import {planUndo} from './undo/step.ts'
import {planUnlink} from './undo/unlink.ts'
import {write} from './write.ts'

const storiesEach = 250

/** `ulid`: the `run` of a summary. Throws UsageError where there is no such run. */
export async function undoRun(ulid: string, options: ImportOptions): Promise<Summary> {
  const input = {root: '', source: `undo ${ulid}`, complete: false, async *files() {}}
  const run = await openRun(input, options)
  try {
    const undone = await runOf(run, ulid)
    run.undoes = undone._id
    const gone = new Set<string>()
    const replan = (steps: readonly Step[]) => again(run, steps, gone)
    await write(run, storiesBack(run, undone, gone), {total: undone.created ?? 0, replan})
    await write(run, linksBack(run, gone), {total: gone.size, replan})
    await write(run, endsOf(run, undone), {total: 0, replan})
    const summary = await finish(run)
    options.on?.(summary)
    return summary
  } finally {
    run.release()
  }
}

async function runOf(run: Run, ulid: string): Promise<ImportRun & Stored> {
  const id = runId(ulid)
  const found = await run.target.query<(ImportRun & Stored) | null>('*[_id == $id][0]', {id})
  if (found?.undoes) {
    throw new UsageError(
      `Run ${ulid} took run ${ulidOfRun(found.undoes._ref)} back, which cannot be taken back in turn: change the files, and import them.`,
    )
  }
  if (found) return found
  throw new UsageError(
    `There is no run ${ulid} in ${run.target.name}; --status lists the last ones.`,
  )
}

async function* storiesBack(run: Run, undone: ImportRun, gone: Set<string>): AsyncIterable<Step> {
  for await (const ids of parts(recordsOfRun(run.target, undone._id), storiesEach)) {
    yield* await takenBack(run, ids.map(articleOfRecord), gone)
  }
}

async function takenBack(
  run: Run,
  articles: readonly string[],
  gone: Set<string>,
): Promise<Step[]> {
  const stories = await current(run.target, articles, await releases(run))
  return stories.flatMap((story) => {
    const plan = planUndo(story, {run: run.id, undone: ulidOfRun(run.undoes ?? '')})
    if (!plan) return []
    if ('kept' in plan) {
      tellKept(run, plan)
      return []
    }
    if (plan.deletes) gone.add(plan.step.id)
    return plan.step
  })
}

async function* linksBack(run: Run, gone: ReadonlySet<string>): AsyncIterable<Step> {
  for await (const ids of parts(gone, storiesEach)) {
    const linking = new Set((await referring(run.target, ids)).map(publishedId))
    yield* await unlinked(run, [...linking], gone)
  }
}

async function unlinked(
  run: Run,
  articles: readonly string[],
  gone: ReadonlySet<string>,
): Promise<Step[]> {
  const stories = await current(run.target, articles, await releases(run))
  return articles.flatMap(
    (article, at) => planUnlink(article, stories[at] ?? {variants: []}, gone) ?? [],
  )
}

/** Sections that the run made, that nobody refers to and nobody has edited; and the note in the undone run. */
async function* endsOf(run: Run, {_id: undone, sections = []}: ImportRun): AsyncIterable<Step> {
  for (const {used, _rev, _createdAt, _updatedAt, ...section} of await sectionsMade(
    run.target,
    sections,
  )) {
    if (used || stable(section) !== stable(newSection(section.title))) continue
    const {_id} = section
    yield {...stepOf(_id, 'nobody refers to the section'), mutations: guardedDelete(_id, _rev)}
  }
  if (!run.wrote) return
  const undoneBy = weak(runId(run.id))
  const patch = {id: undone, set: {undoneBy}}
  yield {...stepOf(undone, 'the run is undone'), mutations: [{patch}]}
}

function stepOf(id: string, because: string): Step {
  return emptyStep({kind: 'section', outcome: 'update', file: id, id, record: id, because})
}

/** Plans the same steps as the dataset stands now; a section in use by now stays. */
async function again(run: Run, steps: readonly Step[], gone: Set<string>): Promise<Step[]> {
  const stories = steps.filter(({kind}) => kind === 'undo').map(({record}) => record)
  const links = steps.filter(({kind}) => kind === 'unlink').map(({id}) => id)
  const back = await takenBack(run, stories.map(articleOfRecord), gone)
  return [...back, ...(await unlinked(run, links, gone))]
}
