import {isRecord} from './document.ts'

/** One document that another points at, and whether the pointer may dangle. */
export type Reference = {target: string; weak: boolean}

/** Every reference in a value, at any depth; a target that is named twice may stand twice. */
export function referencesIn(value: unknown, found: Reference[] = []): Reference[] {
  if (Array.isArray(value)) {
    for (const item of value) referencesIn(item, found)
  } else if (isRecord(value)) {
    if (typeof value._ref === 'string') {
      found.push({target: value._ref, weak: value._weak === true || isElsewhere(value)})
    }
    for (const inner of Object.values(value)) {
      if (typeof inner === 'object' && inner !== null) referencesIn(inner, found)
    }
  }
  return found
}

/** References into other datasets and libraries cannot be checked here. */
const isElsewhere = (reference: Record<string, unknown>) =>
  typeof reference._dataset === 'string' ||
  reference._type === 'crossDatasetReference' ||
  reference._type === 'globalDocumentReference'
