/**
 * The end of a run: its document with the counts, the list of what was set aside. A run that wrote nothing leaves
 * nothing.
 */

import type {ImportRun} from '../documents.ts'
import {runId} from '../ids.ts'
import type {Run} from '../run.ts'
import type {Summary} from '../summary.ts'
import {accountOf} from './account.ts'

export async function finish(run: Run): Promise<Summary> {
  const {summary, clock, target, options} = run
  if (!options.dryRun) run.setAside.save()
  if (!options.signal?.aborted) run.plan?.end(run.survey)
  if (run.wrote && !options.dryRun) {
    summary.run = run.id
    if (!options.signal?.aborted) {
      const counts = countsOf(run, run.resumed ? await wholeCounts(run) : {})
      await target.commit(accountOf(run, counts, 'end'))
      summary.writes += 1
    }
  }
  summary.requests = target.stats.requests
  summary.retries = target.stats.retries
  summary.seconds = (clock.now() - run.startedAt) / 1000
  return summary
}

function countsOf(run: Run, whole: Partial<ImportRun>): Partial<ImportRun> {
  const {summary, clock, target} = run
  return {
    finishedAt: new Date(clock.now()).toISOString(),
    files: summary.files,
    created: summary.created,
    updated: summary.updated,
    unchanged: summary.unchanged,
    conflicts: summary.conflicts,
    quarantined: summary.quarantined,
    moved: summary.moved,
    vanished: summary.vanished,
    linksResolved: summary.links.resolved,
    linksUnresolved: summary.links.unresolved,
    requests: target.stats.requests,
    retries: target.stats.retries,
    seconds: Math.round((clock.now() - run.startedAt) / 100) / 10,
    ...(run.madeSections.size > 0 ? {sections: [...run.madeSections].sort()} : {}),
    ...whole,
  }
}

/** What a run that was resumed has done in both its parts, as the records tell. */
async function wholeCounts(run: Run): Promise<Partial<ImportRun>> {
  const {sections, ...counts} = await run.target.query<Partial<ImportRun>>(
    `{
      "created": count(*[_type == "importRecord" && run._ref == $run && references($run) && change == "create"]),
      "updated": count(*[_type == "importRecord" && run._ref == $run && references($run) && change == "update"]),
      "conflicts": count(*[_type == "importRecord" && run._ref == $run && references($run) && change == "conflict"]),
      "sections": *[_type == "section" && _id in path("section-*") && _createdAt >= *[_id == $run][0].startedAt]._id
    }`,
    {run: runId(run.id)},
  )
  const {created = 0, updated = 0, conflicts = 0} = counts
  const {files, quarantined} = run.summary
  const unchanged = Math.max(0, files - created - updated - conflicts - quarantined)
  return {...counts, unchanged, ...(sections?.length ? {sections: [...sections].sort()} : {})}
}
