/**
 * Collects a run for `--report`.
 */
import {readFileSync, writeFileSync} from 'node:fs'
import {UsageError} from '../importer/files.ts'
import {collector, type ReportSetAside} from '../importer/report/collect.ts'
import {reportPage} from '../importer/report.ts'
import type {ImportEvent} from '../importer/summary.ts'

const aroundLines = 2
/** Of a file that was set aside, no more than this is read to show its lines. */
const shownBytesMax = 200_000

/** `write` throws UsageError where the file cannot be written. */
export type Report = {on: (event: ImportEvent) => void; write: () => void}

/** Throws UsageError where the file cannot be written. */
export function openReport(path: string): Report {
  const {on, data} = collector(linesAround)
  const write = () => {
    try {
      writeFileSync(path, reportPage(data, new Date().toISOString()))
    } catch (error) {
      throw new UsageError(`${path} cannot be written (${(error as NodeJS.ErrnoException).code}).`)
    }
  }
  write()
  return {on, write}
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
