import type {ImportRun} from '../importer/documents.ts'
import type {Status} from '../importer/status.ts'

/** The last runs, a line each, and what waits. */
export function statusLines({
  runs,
  conflicts,
  vanished,
  drafts,
  unresolvedLinks,
  setAside,
}: Status): string[] {
  return [
    runs.length === 0 ? 'No run has changed anything yet.' : 'Last runs, the newest first:',
    ...runs.map(runLine),
    '',
    `Stories with conflicts       ${conflicts}`,
    `Stories with open links      ${unresolvedLinks}`,
    `Drafts                       ${drafts}`,
    `Vanished at the source       ${vanished}`,
    `Turned down, to be retried   ${setAside.length}`,
    ...setAside.map(({file, reason}) => `  ${file}  ${reason}`),
  ]
}

function runLine({
  _id,
  source,
  startedAt,
  finishedAt,
  undoes,
  undoneBy,
  ...run
}: ImportRun): string {
  const counts = [
    ['created', run.created],
    ['updated', run.updated],
    ['conflicts', run.conflicts],
    ['set aside', run.quarantined],
    ['vanished', run.vanished],
  ].flatMap(([name, count]) => (count ? [`${count} ${name}`] : []))
  const notes = [
    finishedAt ? [] : ['broke off: the next import goes on with it'],
    undoes ? [`took back ${undoes._ref}`] : [],
    undoneBy ? ['taken back'] : [],
  ].flat()
  return `  ${_id.replace('run.', '')}  ${startedAt}  ${source}  ${[...counts, ...notes].join(', ')}`
}
