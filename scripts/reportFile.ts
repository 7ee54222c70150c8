/**
 * Collects a run for `--report`.
 */
import {readFileSync} from 'node:fs'
import {collector, type ReportSetAside} from '../importer/report/collect.ts'
import {reportPage} from '../importer/report.ts'
import type {ImportEvent} from '../importer/summary.ts'

const aroundLines = 2
/** Of a file that was set aside, no more than this is read to show its lines. */
const shownBytesMax = 200_000

export function openReport(): {on: (event: ImportEvent) => void; page: () => string} {
  const {on, data} = collector(linesAround)
  return {on, page: () => reportPage(data, new Date().toISOString())}
}

function linesAround(file: string, line: number): ReportSetAside['lines'] {
  if (line === 0) return []
  try {
    const lines = readFileSync(file)
      .subarray(0, shownBytesMax)
      .toString('utf8')
      .split(/\r\n|\r|\n/)
    const first = Math.max(1, line - aroundLines)
    return lines
      .slice(first - 1, line + aroundLines)
      .map((text, at) => ({number: first + at, text}))
  } catch {
    return []
  }
}
