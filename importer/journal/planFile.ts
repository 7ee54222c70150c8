/**
 * A plan on disk: one JSON object a line, first what it belongs to, then its steps.
 */
import {closeSync, openSync, writeSync} from 'node:fs'
import {UsageError} from '../files.ts'
import type {Survey} from '../manner.ts'
import type {Step} from '../plan/arrival.ts'
import {linesOf} from './lines.ts'

const format = 'copydesk-plan-1'

export type PlanHeader = {
  format: typeof format
  /** ULID of the run that will carry it out. */
  run: string
  source: string
  /** Project and dataset. */
  target: string
}

/** The last line of a plan that was written to its end; the survey is known only after the first. */
type PlanEnd = {end: true; steps: number; survey?: Survey}

export type PlanFile = {
  add: (step: Step) => void
  /** No more steps come: without this the plan is not taken for whole. */
  end: (survey?: Survey) => void
  close: () => void
}

/** It throws UsageError where the file cannot be written, then or later. */
export function writePlan(path: string, header: Omit<PlanHeader, 'format'>): PlanFile {
  const file = orSay(path, () => openSync(path, 'w'))
  const put = (value: unknown) => orSay(path, () => writeSync(file, `${JSON.stringify(value)}\n`))
  let steps = 0
  put({format, ...header})
  return {
    add: (step) => {
      steps += 1
      put(step)
    },
    end: (survey) => put({end: true, steps, ...(survey && {survey})} satisfies PlanEnd),
    close: () => closeSync(file),
  }
}

function orSay<Result>(path: string, write: () => Result): Result {
  try {
    return write()
  } catch (error) {
    throw new UsageError(`${path} cannot be written (${(error as NodeJS.ErrnoException).code}).`)
  }
}

/** Throws UsageError where the file holds no plan for this target. */
export async function readPlan(
  path: string,
  target: string,
): Promise<{header: PlanHeader; survey?: Survey; steps: () => AsyncIterable<Step>}> {
  const header = await firstLine(path)
  if (header?.format !== format)
    throw new UsageError(`${path} holds no plan: make one with --plan.`)
  if (header.target !== target) {
    throw new UsageError(`${path} was made for ${header.target}, not for ${target}.`)
  }
  const {steps: count, survey} = await endOf(path)
  return {
    header,
    ...(survey && {survey}),
    async *steps() {
      let at = 0
      for await (const line of linesOf(path)) {
        if (at > 0 && at <= count) yield JSON.parse(line) as Step
        at += 1
      }
    },
  }
}

/** Throws UsageError where the end is missing. */
async function endOf(path: string): Promise<PlanEnd> {
  let lines = 0
  let last = ''
  for await (const line of linesOf(path)) {
    lines += 1
    last = line
  }
  const end = parsedEnd(last)
  if (end?.end && end.steps === lines - 2) return end
  throw new UsageError(`${path} was cut off: its last line is missing. Make it again with --plan.`)
}

/** A line that was cut off is no JSON. */
function parsedEnd(line: string): PlanEnd | undefined {
  try {
    return JSON.parse(line) as PlanEnd
  } catch {
    return undefined
  }
}

async function firstLine(path: string): Promise<Partial<PlanHeader> & PlanHeader> {
  try {
    for await (const line of linesOf(path)) return JSON.parse(line)
  } catch (error) {
    throw new UsageError(`${path} cannot be read as a plan (${(error as Error).message}).`)
  }
  throw new UsageError(`${path} is empty.`)
}
