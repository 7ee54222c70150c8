/**
 * The table at the end of an import, and the words for what went wrong with a file.
 */
import {formatDiagnostic} from '../importer/diagnostics.ts'
import type {FileEvent, Summary} from '../importer/summary.ts'

const labels = {
  files: 'Files',
  created: 'Created',
  updated: 'Updated',
  unchanged: 'Unchanged',
  duplicates: 'Say the same',
  moved: 'Moved',
  vanished: 'Vanished',
  conflicts: 'Conflicts',
  quarantined: 'Set aside',
} as const satisfies Partial<Record<keyof Summary, string>>

/** Shown even where they are 0. */
const always = new Set<keyof Summary>(['files', 'created', 'updated', 'unchanged', 'quarantined'])

/** Lines of a table, two columns, numbers to the right. */
export function summaryTable(summary: Summary): string {
  const counts = {...summary, unchanged: summary.unchanged - summary.duplicates}
  const rows: [string, string][] = Object.entries(labels).flatMap(([name, label]) => {
    const count = counts[name as keyof typeof labels]
    return count > 0 || always.has(name as keyof Summary) ? [[label, number(count)]] : []
  })
  const {resolved, unresolved} = summary.links
  rows.push(['Links resolved', number(resolved)], ['Links unresolved', number(unresolved)])
  rows.push(['Requests', number(summary.requests)], ['Writes', number(summary.writes)])
  rows.push(['Seconds', summary.seconds.toFixed(1)])
  if (summary.run !== null) rows.push(['Run', summary.run])
  const width = Math.max(...rows.map(([label]) => label.length))
  const digits = Math.max(...rows.map(([, value]) => value.length))
  return rows
    .map(([label, value]) => `  ${label.padEnd(width)}  ${value.padStart(digits)}`)
    .join('\n')
}

/** `path:line:column level code message`, one line for each; `quiet`: of errors alone. */
export function fileNotes({diagnostics}: FileEvent, {quiet = false} = {}): string[] {
  const told = quiet ? diagnostics.filter(({level}) => level === 'error') : diagnostics
  return told.map(formatDiagnostic)
}

function number(value: number): string {
  return value.toLocaleString('en-US')
}
