/**
 * How V8 keeps the memory of an import: tight while threads read beside this one, with more room once they are gone.
 * A heap that is full is looked through whole, which costs as much as planning does.
 */
import {setFlagsFromString} from 'node:v8'
import type {ImportEvent} from '../importer/summary.ts'

type Stage = Extract<ImportEvent, {event: 'progress'}>['stage']

/**
 * In percent of what is in use, how much a heap grows before it is looked through; V8 by itself lets that of a long run
 * grow to many times. And the factor by which the space for what is new grows, up to what `run.cjs` sets.
 */
const limits: Record<Stage, {growth: number; factor: number}> = {
  read: {growth: 40, factor: 1},
  write: {growth: 100, factor: 2},
}

let current: Stage | undefined

export function limitHeap(stage: Stage): void {
  if (stage === current) return
  current = stage
  const {growth, factor} = limits[stage]
  setFlagsFromString(`--heap-growing-percent=${growth}`)
  setFlagsFromString(`--semi-space-growth-factor=${factor}`)
}
