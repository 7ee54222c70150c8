import {LakeError} from '../errors.ts'

export const queryMsMax = 30_000
export const resultBytesMax = 200_000_000

const documentsPerLook = 64

/** What a query may take: until when, as `performance.now()` has it, and how many steps. */
export type Allowance = {deadline: number; steps: number}

/** Reading a document takes about as long as looking at so many references, or elements of a list. */
export const stepsPerDocument = 10

/** A query took more steps than it was allowed to. */
export class TooManySteps extends Error {}

/** @throws LakeError where the time is over. @throws TooManySteps */
export function spend(allowance: Allowance, steps: number): void {
  allowance.steps -= steps
  if (allowance.steps < 0) throw tooManySteps()
  if (performance.now() > allowance.deadline) throw tooSlow()
}

/** Spends nothing. @throws TooManySteps where so many documents would be too many, as `isFew` tells. */
export function expectFew(allowance: Allowance, isFew: (documentsMax: number) => boolean): void {
  if (allowance.steps === Number.POSITIVE_INFINITY) return
  if (!isFew(Math.floor(allowance.steps / stepsPerDocument))) throw tooManySteps()
}

/** A list that looks at the clock while it is walked through. */
export function watched<T>(list: T[], allowance: Allowance): T[] {
  const copy = list.slice()
  const walk = function* () {
    for (let index = 0; index < copy.length; index++) {
      if (index % documentsPerLook === 0) spend(allowance, documentsPerLook * stepsPerDocument)
      yield copy[index] as T
    }
  }
  Object.defineProperty(copy, Symbol.iterator, {value: walk})
  return copy
}

const tooManySteps = () => new TooManySteps('The query takes more steps than it may')

export function tooSlow(): LakeError {
  const description = 'The query took longer than it may: narrow it down'
  return new LakeError(408, {error: {type: 'queryTimeoutError', description}})
}
