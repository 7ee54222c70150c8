/** How deep a document may nest; the hosted lake says 20 for what it indexes. */
export const depthMax = 200

/** What of a value from JSON could not be kept as it is; undefined where nothing is wrong. */
export function flawOf(value: unknown): string | undefined {
  return tooDeep(value) ? `nesting deeper than ${depthMax}` : lossIn(value)
}

/** Whether a value nests deeper than so many levels. */
export function tooDeep(value: unknown, levels = depthMax): boolean {
  if (typeof value !== 'object' || value === null) return false
  if (levels === 0) return true
  // Every body comes this way: texts and numbers, of which there are most, are not worth a call.
  const isTooDeep = (inner: unknown) => typeof inner === 'object' && tooDeep(inner, levels - 1)
  if (Array.isArray(value)) return value.some(isTooDeep)
  for (const name in value) if (isTooDeep((value as Record<string, unknown>)[name])) return true
  return false
}

/** What JavaScript reads and writes again as something else: `1e999`, and a field that means the prototype. */
function lossIn(value: unknown): string | undefined {
  if (typeof value === 'number' && !Number.isFinite(value)) return 'a number too large to be kept'
  if (typeof value !== 'object' || value === null) return undefined
  for (const name in value) {
    if (name === '__proto__') return 'a field "__proto__"'
    const inner = (value as Record<string, unknown>)[name]
    const loss = typeof inner === 'string' ? undefined : lossIn(inner)
    if (loss) return loss
  }
  return undefined
}
