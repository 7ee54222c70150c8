/**
 * Attributes as the hosted Content Lake counts them: each path with each type of value found there; items of an array
 * share a path.
 */
export function addAttributes(found: Set<string>, value: unknown, path = ''): void {
  const type = typeOf(value)
  if (path) found.add(`${path} ${type}`)
  if (Array.isArray(value)) {
    for (const item of value) addAttributes(found, item, `${path}[]`)
  } else if (type === 'object') {
    for (const [key, part] of Object.entries(value as object)) {
      addAttributes(found, part, path ? `${path}.${key}` : key)
    }
  }
}

function typeOf(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'array'
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'float'
  return typeof value
}
