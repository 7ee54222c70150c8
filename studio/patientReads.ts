import {isEventStream} from './spreadStreams.ts'

type Fetch = (input: string, init?: RequestInit) => Promise<Response>
type Pause = (ms: number) => Promise<void>

const pauseMs = 1000
/** A lake that starts anew is back before. */
const pausesMax = 60

/**
 * A fetch whose reads wait for a lake that is away for a while, as where it starts anew: Studio's tools end with an error
 * where a single read does not come through. Writes fail at once, since nobody knows whether they arrived; streams have
 * ways of their own to begin again.
 */
export function patientReads(fetch: Fetch, pause: Pause = sleep): Fetch {
  return async (input, init) => {
    for (let pauses = 0; ; pauses++) {
      try {
        return await fetch(input, init)
      } catch (error) {
        if (!isRead(input, init) || init?.signal?.aborted || pauses >= pausesMax) throw error
      }
      await pause(pauseMs)
      init?.signal?.throwIfAborted()
    }
  }
}

/** Queries that are too long for an address are posted. */
const query = /^\/v[^/]+\/data\/query\//

function isRead(input: string, {method = 'GET'}: RequestInit = {}): boolean {
  if (isEventStream(input)) return false
  return method.toUpperCase() === 'GET' || query.test(new URL(input).pathname)
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
