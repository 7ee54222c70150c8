/** Keys for the objects in arrays that have none, as `autoGenerateArrayKeys` asks for them. */
import {isRecord} from './document.ts'

/** Gives every object in an array that lacks a `_key` one; what has its keys is returned as it is. */
export function withArrayKeys<T>(value: T, newKey: () => string): T {
  if (Array.isArray(value)) {
    return value.map((item) => {
      const keyed = withArrayKeys(item, newKey)
      return isRecord(keyed) && keyed._key === undefined ? {...keyed, _key: newKey()} : keyed
    }) as T
  }
  if (!isRecord(value)) return value
  const entries = Object.entries(value).map(([name, inner]) => [name, withArrayKeys(inner, newKey)])
  return Object.fromEntries(entries) as T
}
