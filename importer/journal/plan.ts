/**
 * A plan on disk: one JSON object a line, first what it belongs to, then its steps.
 */
import {closeSync, openSync, writeSync} from 'node:fs'
import {UsageError} from '../files.ts'
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

export type PlanFile = {add: (step: Step) => void; close: () => void}

export function writePlan(path: string, header: Omit<PlanHeader, 'format'>): PlanFile {
  const file = openSync(path, 'w')
  const add = (value: unknown) => writeSync(file, `${JSON.stringify(value)}\n`)
  add({format, ...header})
  return {add, close: () => closeSync(file)}
}

/** Throws UsageError where the file holds no plan for this target. */
export async function readPlan(
  path: string,
  target: string,
): Promise<{header: PlanHeader; steps: () => AsyncIterable<Step>}> {
  const header = await firstLine(path)
  if (header?.format !== format)
    throw new UsageError(`${path} holds no plan: make one with --plan.`)
  if (header.target !== target) {
    throw new UsageError(`${path} was made for ${header.target}, not for ${target}.`)
  }
  return {
    header,
    async *steps() {
      let first = true
      for await (const line of linesOf(path)) {
        if (!first) yield JSON.parse(line) as Step
        first = false
      }
    },
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
