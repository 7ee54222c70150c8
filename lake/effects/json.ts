import {isRecord} from '../document.ts'

export type JsonObject = {[key: string]: unknown}

/** Whether two JSON values are the same; the order of an object's keys does not matter. */
export function equalJson(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (Array.isArray(a)) {
    return (
      Array.isArray(b) &&
      a.length === b.length &&
      a.every((item, index) => equalJson(item, b[index]))
    )
  }
  if (!isRecord(a) || !isRecord(b)) return false
  const keys = Object.keys(a)
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && equalJson(a[key], b[key]))
  )
}

/**
 * How many characters a value takes as JSON, escapes not counted. Stops counting once it passes `max`, so
 * that asking whether a large value is smaller than a small patch costs no more than the patch.
 */
export function jsonSize(value: unknown, max: number): number {
  if (typeof value === 'string') return value.length + 2
  if (typeof value !== 'object' || value === null) return String(value).length
  let size = 1
  for (const [key, item] of Object.entries(value)) {
    if (size > max) break
    size += jsonSize(item, max - size) + (Array.isArray(value) ? 1 : key.length + 4)
  }
  return Math.max(2, size)
}
