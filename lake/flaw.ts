/** How deep a document may nest; the hosted lake says 20 for what it indexes. */
export const depthMax = 200

/** What of a value from JSON could not be kept as it is; undefined where nothing is wrong. */
export function flawOf(value: unknown, levels = depthMax): string | undefined {
  if (typeof value === 'number') {
    return Number.isFinite(value) ? undefined : 'a number too large to be kept'
  }
  if (typeof value !== 'object' || value === null) return undefined
  if (levels === 0) return `nesting deeper than ${depthMax}`
  return Array.isArray(value) ? flawInList(value, levels) : flawInFields(value, levels)
}

function flawInList(list: unknown[], levels: number): string | undefined {
  for (const inner of list) {
    const flaw = flawOf(inner, levels - 1)
    if (flaw) return flaw
  }
  return undefined
}

/** JavaScript reads `__proto__` as a field and writes it as something else. */
function flawInFields(value: object, levels: number): string | undefined {
  for (const name in value) {
    if (name === '__proto__') return 'a field "__proto__"'
    const inner = (value as Record<string, unknown>)[name]
    // Every body comes this way: texts, of which there are most, are not worth a call.
    const flaw = typeof inner === 'string' ? undefined : flawOf(inner, levels - 1)
    if (flaw) return flaw
  }
  return undefined
}

/** Whether a value nests deeper than so many levels. */
export function tooDeep(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false
  if (levels === 0) return true
  const isTooDeep = (inner: unknown) => typeof inner === 'object' && tooDeep(inner, levels - 1)
  if (Array.isArray(value)) return value.some(isTooDeep)
  for (const name in value) if (isTooDeep((value as Record<string, unknown>)[name])) return true
  return false
}
