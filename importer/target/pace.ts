/**
 * The rate of requests: evenly spaced, slower after a refusal, back to the wanted rate bit by bit.
 */

/** What a run needs of the clock; tests hand in their own. */
export type Clock = {
  now: () => number
  sleep: (milliseconds: number) => Promise<void>
  /** From 0 up to 1. */
  random: () => number
}

export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  random: () => Math.random(),
}

/** Once a lake without a wanted rate has refused a request; hosted Content Lake takes 25 a second. */
const rateAfterRefusal = 20
const rateMin = 1
const slowdown = 0.7
const recovery = 1.02

export type Pace = {
  /** Resolves when the next request may go out. */
  turn: () => Promise<void>
  /** After a refusal: nothing goes out for so long, and then less often. */
  refused: (holdMilliseconds: number) => void
  /** After an answer. */
  accepted: () => void
}

/** `rate` in requests a second; undefined: as fast as it goes, until the first refusal. */
export function pace(rate: number | undefined, clock: Clock): Pace {
  let wanted = rate
  let current = rate
  let next = 0
  return {
    async turn() {
      const now = clock.now()
      const at = Math.max(now, next)
      next = current === undefined ? next : at + 1000 / current
      if (at > now) await clock.sleep(at - now)
    },
    refused(holdMilliseconds) {
      wanted ??= rateAfterRefusal
      current = Math.max(rateMin, (current ?? rateAfterRefusal / slowdown) * slowdown)
      next = Math.max(next, clock.now() + holdMilliseconds)
    },
    accepted() {
      if (current !== undefined && wanted !== undefined) {
        current = Math.min(wanted, current * recovery)
      }
    },
  }
}
