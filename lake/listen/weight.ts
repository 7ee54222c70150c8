/** What a value that is no text weighs at least. */
const valueBytes = 16

/** About how many bytes a JSON value takes in memory, without making its text. */
export function weightOf(value: unknown): number {
  if (typeof value === 'string') return valueBytes + 2 * value.length
  if (typeof value !== 'object' || value === null) return valueBytes
  let bytes = valueBytes
  for (const [name, inner] of Object.entries(value)) bytes += name.length + weightOf(inner)
  return bytes
}
