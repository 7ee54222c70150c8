/** Queries that wait for an index, while others are answered. */
import {LakeError} from '../errors.ts'

/** A part of what a query waits for; false where nothing is left to do. */
type Step = () => boolean

export type Readiness = {
  /** To be called by what is not ready; true where the query will be tried again, whatever it is told now. */
  note(step: Step): boolean
  /** Whether the query is told what is made up, since it will be tried again. */
  hasNoted(): boolean
  /**
   * What `work` comes to once all that it asks for is ready.
   * @throws LakeError 503 where that takes longer than so many milliseconds, and what `work` throws.
   */
  whenReady<T>(work: () => T, msMax: number): Promise<T>
}

/**
 * Lets queries wait for what they need without keeping others waiting. A query is tried; what it asks for that is
 * not ready answers as if empty and is noted, then made ready step by step, and the query tried again.
 */
export function openReadiness(): Readiness {
  let noted: Step[] | undefined

  function note(step: Step): boolean {
    noted?.push(step)
    return noted !== undefined
  }

  async function whenReady<T>(work: () => T, msMax: number): Promise<T> {
    const end = performance.now() + msMax
    for (;;) {
      const {outcome, missing} = attempt(work)
      if (missing.length === 0) return outcome()
      for (const step of missing) {
        while (step()) {
          if (performance.now() > end) throw notYet()
          await new Promise((resolve) => setImmediate(resolve))
        }
      }
    }
  }

  function attempt<T>(work: () => T): {outcome: () => T; missing: Step[]} {
    const missing: Step[] = []
    noted = missing
    try {
      const value = work()
      return {outcome: () => value, missing}
    } catch (error) {
      return {outcome: () => raise(error), missing}
    } finally {
      noted = undefined
    }
  }

  const hasNoted = (): boolean => noted !== undefined && noted.length > 0

  return {note, hasNoted, whenReady}
}

const retryAfterSeconds = '5'

export function notYet(): LakeError {
  const message = 'An index that the query needs is still being made: ask again in a while'
  const body = {statusCode: 503, error: 'Service Unavailable', message}
  return new LakeError(503, body, {'retry-after': retryAfterSeconds})
}

function raise(error: unknown): never {
  throw error
}
