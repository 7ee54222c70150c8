import type {ImportRun} from '../../importer/documents.ts'
import type {Survey} from '../../importer/manner.ts'
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

const linesMax = 12

/** What the run found in many files, where it has looked through its folder. */
export function surveyWords({survey}: ImportRun): string | undefined {
  const lines = survey === undefined ? [] : (JSON.parse(survey) as Survey).foreign
  if (lines.length === 0) return undefined
  const some = lines.slice(0, linesMax).map(({text}) => `“${text}”`)
  const others = lines.length > linesMax ? `, and ${lines.length - linesMax} more` : ''
  return `Many files have these lines, which are no story's own: ${some.join(', ')}${others}`
}
