import {LakeError} from '../errors.ts'

export const queryMsMax = 30_000
export const resultCharactersMax = 200_000_000

const documentsPerLook = 64

/** The time at which a query is given up, as `performance.now()` has it. */
export type Deadline = number

export function checkDeadline(deadline: Deadline): void {
  if (performance.now() > deadline) throw tooSlow()
}

/** A list that looks at the clock while it is walked through. */
export function watched<T>(list: T[], deadline: Deadline): T[] {
  const copy = list.slice()
  const walk = function* () {
    for (let index = 0; index < copy.length; index++) {
      if (index % documentsPerLook === 0) checkDeadline(deadline)
      yield copy[index] as T
    }
  }
  Object.defineProperty(copy, Symbol.iterator, {value: walk})
  return copy
}

function tooSlow(): LakeError {
  const description = 'The query took longer than it may: narrow it down'
  return new LakeError(408, {error: {type: 'queryTimeoutError', description}})
}
