import {isRecord} from './document.ts'

/** One document that another points at, and whether the pointer may dangle. */
export type Reference = {target: string; weak: boolean}

/** Every reference in a value, at any depth; a target that is named twice may stand twice. */
export function referencesIn(value: unknown): Reference[] {
  const found: Reference[] = []
  const waiting = [value]
  while (waiting.length > 0) {
    const next = waiting.pop()
    if (isRecord(next) && typeof next._ref === 'string') {
      found.push({target: next._ref, weak: next._weak === true || isElsewhere(next)})
    }
    if (typeof next === 'object' && next !== null) pushInner(waiting, next)
  }
  return found
}

/** The last comes first, so that the first is taken first. */
function pushInner(waiting: unknown[], value: object): void {
  const inner = Object.values(value)
  for (let index = inner.length - 1; index >= 0; index--) {
    if (typeof inner[index] === 'object') waiting.push(inner[index])
  }
}

/** References into other datasets and libraries cannot be checked here. */
const isElsewhere = (reference: Record<string, unknown>) =>
  typeof reference._dataset === 'string' ||
  reference._type === 'crossDatasetReference' ||
  reference._type === 'globalDocumentReference'
