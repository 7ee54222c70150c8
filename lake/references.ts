/** One document that another points at, and whether the pointer may dangle. */
export type Reference = {target: string; weak: boolean}

/** Every reference in a value, at any depth; a target that is named twice may stand twice. */
export function referencesIn(value: unknown): Reference[] {
  const found: Reference[] = []
  const waiting: object[] = []
  push(waiting, value)
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (Array.isArray(next)) {
      for (let index = next.length - 1; index >= 0; index--) push(waiting, next[index])
    } else {
      const fields = next as Record<string, unknown>
      const {_ref: target} = fields
      if (typeof target === 'string') {
        found.push({target, weak: fields._weak === true || isElsewhere(fields)})
      }
      pushFields(waiting, fields)
    }
  }
  return found
}

function push(waiting: object[], value: unknown): void {
  if (typeof value === 'object' && value !== null) waiting.push(value)
}

/** The last comes first, so that the first is taken first. */
function pushFields(waiting: object[], fields: Record<string, unknown>): void {
  const start = waiting.length
  // Every document comes this way, several times: no list of its fields is made.
  for (const name in fields) push(waiting, fields[name])
  for (let low = start, high = waiting.length - 1; low < high; low++, high--) {
    const first = waiting[low] as object
    waiting[low] = waiting[high] as object
    waiting[high] = first
  }
}

/** References into other datasets and libraries cannot be checked here. */
const isElsewhere = (reference: Record<string, unknown>) =>
  typeof reference._dataset === 'string' ||
  reference._type === 'crossDatasetReference' ||
  reference._type === 'globalDocumentReference'
