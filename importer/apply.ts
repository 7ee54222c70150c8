/**
 * Carries out a saved plan. A story whose documents were changed since is refused, the others go on.
 */

import {type Diagnostic, ofFile} from './diagnostics.ts'
import {readPlan} from './journal/planFile.ts'
import {optional} from './optional.ts'
import type {ImportOptions} from './options.ts'
import type {Step} from './plan/arrival.ts'
import {finish} from './run/finish.ts'
import {tellQuarantined} from './run/progress.ts'
import {openRun, type Run} from './run.ts'
import type {Summary} from './summary.ts'
import {targetName} from './target.ts'
import {write} from './write.ts'

/** Throws UsageError where the file holds no plan for this dataset. */
export async function applyPlan(path: string, options: ImportOptions): Promise<Summary> {
  const {header, survey, steps} = await readPlan(path, targetName(options.target))
  const {source} = header
  const input = {root: '', source, complete: false, async *files() {}}
  const run = {...(await openRun(input, options, header.run)), ...optional('survey', survey)}
  try {
    await write(run, counted(run, steps()), {total: 0, replan: (some) => still(run, some)})
    const summary = await finish(run)
    options.on?.(summary)
    return summary
  } finally {
    run.release()
  }
}

async function* counted(run: Run, steps: AsyncIterable<Step>): AsyncIterable<Step> {
  for await (const step of steps) {
    if (step.arrival) run.summary.files += 1
    yield step
  }
}

/** The steps whose documents are as they were when the plan was made; the others are refused. */
async function still(run: Run, steps: readonly Step[]): Promise<Step[]> {
  const ids = steps.flatMap(({mutations}) => mutations.flatMap((one) => planned(one)?.id ?? []))
  const rows = await run.target.query<{_id: string; _rev: string}[]>('*[_id in $ids]{_id, _rev}', {
    ids,
  })
  const revisions = new Map(rows.map(({_id, _rev}) => [_id, _rev]))
  return steps.filter((step) => {
    const same = step.mutations.every((mutation) => {
      const wanted = planned(mutation)
      return !wanted || revisions.get(wanted.id) === wanted.rev
    })
    if (!same) tellQuarantined(run, {file: step.file, id: step.id, diagnostics: [outdated(step)]})
    return same
  })
}

/** Which revision a mutation counts on; none for a document that it creates. */
function planned(mutation: Step['mutations'][number]): {id: string; rev?: string} | undefined {
  if ('create' in mutation) return {id: mutation.create._id}
  if (!('patch' in mutation) || !mutation.patch.ifRevisionID) return undefined
  return {id: mutation.patch.id, rev: mutation.patch.ifRevisionID}
}

function outdated({file}: Step): Diagnostic {
  const message = 'The story was changed since the plan was made; plan again'
  return ofFile(file, {code: 'plan-outdated', level: 'error', message})
}
