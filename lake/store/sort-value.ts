/** Longer strings are told apart by their beginning alone: what an index puts together, a query sorts. */
const unitsMax = 40

/** GROQ's order of types, as the first byte; null, arrays and objects are all alike and come last. */
const rank = {number: 2, string: 3, boolean: 4, other: 100}

/**
 * Bytes that compare as GROQ's `order()` compares values. Values that it holds equal have equal bytes; long
 * strings that begin alike have, too.
 */
export function sortValue(value: unknown): Uint8Array {
  if (typeof value === 'number') return numberBytes(value)
  if (typeof value === 'string') return stringBytes(value)
  if (typeof value === 'boolean') return Uint8Array.of(rank.boolean, value ? 1 : 0)
  return Uint8Array.of(rank.other)
}

/** IEEE doubles compare as integers once the sign bit is turned, and all bits of negative ones. */
function numberBytes(value: number): Uint8Array {
  const bytes = Buffer.alloc(9)
  bytes[0] = rank.number
  bytes.writeDoubleBE(value === 0 ? 0 : value, 1)
  const isNegative = value < 0
  for (let index = 1; index < bytes.length; index++) {
    bytes[index] = (bytes[index] ?? 0) ^ (isNegative ? 0xff : index === 1 ? 0x80 : 0)
  }
  return bytes
}

/** JavaScript compares UTF-16 code units, which big-endian bytes keep in order. */
function stringBytes(value: string): Uint8Array {
  const text = value.slice(0, unitsMax)
  const bytes = Buffer.alloc(1 + text.length * 2)
  bytes[0] = rank.string
  for (let index = 0; index < text.length; index++) {
    bytes.writeUInt16BE(text.charCodeAt(index), 1 + index * 2)
  }
  return bytes
}
