import type {ImportRun} from '../../importer/documents.ts'
import {counts} from './chart.ts'

/** `raw, 2026-11-23 09:30`. */
export function runTitle({source, startedAt}: ImportRun): string {
  return `${source}, ${startedAt.slice(0, 16).replace('T', ' ')}`
}

/** `10 created · 2 in conflict`, what did not happen left out. */
export function runWords(run: ImportRun): string {
  const parts = counts.flatMap(({name, title}) =>
    run[name] ? [`${run[name]} ${title.toLowerCase()}`] : [],
  )
  if (run.undoneBy) parts.push('taken back')
  if (!run.finishedAt) parts.push('not finished')
  return parts.length > 0 ? parts.join(' · ') : 'nothing changed'
}
