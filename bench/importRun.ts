/** `npm run import` of a folder into a lake that is being served, and what it said at its end. */
import type {Summary} from '../importer/summary.ts'
import {environmentOf} from './lakes.ts'
import {runScript, type Watched} from './process.ts'

/** `summary.seconds` are the run's own, without the start of Node; those of `Watched` are the whole process's. */
export type ImportRun = Watched & {summary: Summary}

export async function importRun(copy: string, dir: string): Promise<ImportRun> {
  const run = await runScript('import', ['--quiet', '--json', copy], environmentOf(dir))
  const summary = JSON.parse(run.output.trimEnd().split('\n').at(-1) ?? '') as Summary
  return {...run, summary}
}
