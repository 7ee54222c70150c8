import {useEffect, useRef, useState} from 'react'
import {useClient, useCurrentUser} from 'sanity'
import type {ImportRun} from '../../importer/documents.ts'
import {ulid} from '../../importer/ids.ts'
import {reason} from '../live/reason.ts'
import {apiVersion} from '../live/useLive.ts'
import {type Failure, takeBack} from './takeBack.ts'
import {planUndoOf, type UndoPlan, undoingRun, type Watch} from './undo.ts'

/** How far taking a run back has come. `stories` counts those that were looked at, or taken back. */
export type Undo =
  | {phase: 'none'; problem?: string}
  | {phase: 'planning'; stories: number}
  | {phase: 'planned'; plan: UndoPlan}
  | {phase: 'acting'; plan: UndoPlan; stories: number}
  | {phase: 'stopped'; stories: number; of: number; problem?: string}
  | {phase: 'done'; stories: number; failures: Failure[]}

export type UndoControls = {
  undo: Undo
  prepare: () => void
  act: (plan: UndoPlan) => void
  /** Stops what runs, or lets go of a plan. */
  stop: () => void
}

/** Plans and carries out the undo of a run. Leaving the page stops it; what is done stays done. */
export function useUndo(run: ImportRun): UndoControls {
  const client = useClient({apiVersion})
  const user = useCurrentUser()
  const [undo, setUndo] = useState<Undo>({phase: 'none'})
  const running = useRef<AbortController>(undefined)
  useEffect(() => () => running.current?.abort(), [])

  const watched = (progress: Watch['progress']): Watch => {
    running.current = new AbortController()
    return {progress, signal: running.current.signal}
  }
  const prepare = async () => {
    const watch = watched((stories) => setUndo({phase: 'planning', stories}))
    watch.progress(0)
    const now = Date.now()
    const undoing = undoingRun(ulid(now, Math.random), {run, now, who: user?.name})
    await planUndoOf(client, {run, undoing}, watch).then(
      (plan) => setUndo({phase: 'planned', plan}),
      (error: unknown) => setUndo({phase: 'none', problem: problem(watch, error)}),
    )
  }
  const act = async (plan: UndoPlan) => {
    const of = plan.steps.length
    let done = 0
    const watch = watched((stories) => {
      done = stories
      setUndo({phase: 'acting', plan, stories})
    })
    watch.progress(0)
    await takeBack(client, plan, watch).then(
      (failures) => setUndo({phase: 'done', stories: of - failures.length, failures}),
      (error: unknown) =>
        setUndo({phase: 'stopped', stories: done, of, problem: problem(watch, error)}),
    )
  }
  const stop = () => {
    if (undo.phase === 'planned') setUndo({phase: 'none'})
    else running.current?.abort()
  }
  return {undo, prepare, act, stop}
}

function problem({signal}: Watch, error: unknown): string | undefined {
  return signal.aborted ? undefined : reason(error)
}
