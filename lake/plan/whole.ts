import {isRecord} from '../document.ts'
import type {Evaluation} from '../query/bridge.ts'
import {spend, stepsPerDocument} from '../query/limits.ts'

/** The documents of a list, a document, or nothing: read whole where they were found by some of their attributes. */
export function whole<Found>(evaluation: Evaluation, found: Found): Found {
  if (Array.isArray(found)) return found.map((one) => wholeOne(evaluation, one)) as Found
  return wholeOne(evaluation, found) as Found
}

function wholeOne({view, allowance}: Evaluation, found: unknown): unknown {
  if (!isRecord(found)) return found
  const document = view.whole(found)
  if (document !== found) spend(allowance, stepsPerDocument)
  return document
}
