/** Longer strings are told apart by their beginning alone: what an index puts together, a query sorts. */
const unitsMax = 40

/** GROQ's order of types, as the first byte; null, arrays and objects are all alike and come last. */
const rank = {number: 2, string: 3, boolean: 4, other: 100}

/** Ends a string that is cut. No text has this byte, and it comes after all that text has. */
const cut = 0xff

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

/** Whether only values that GROQ holds equal have these bytes. */
export const isWhole = (bytes: Uint8Array): boolean =>
  bytes[0] !== rank.string || bytes.at(-1) !== cut

/** The bytes before and after all values of the same type; undefined where GROQ compares no such values. */
export function typeRange(bytes: Uint8Array): {from: Uint8Array; to: Uint8Array} | undefined {
  const [type = rank.other] = bytes
  return type === rank.other ? undefined : {from: Uint8Array.of(type), to: Uint8Array.of(type + 1)}
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

function stringBytes(value: string): Uint8Array {
  const text = value.slice(0, unitsMax)
  const end = text.length < value.length ? [cut] : []
  return Buffer.concat([Uint8Array.of(rank.string), unitBytes(text), Uint8Array.from(end)])
}

const surrogate = /[\ud800-\udfff]/
const unitBytesMax = 3

/** JavaScript compares UTF-16 code units. UTF-8 keeps their order where it is made of each unit by itself. */
function unitBytes(text: string): Uint8Array {
  if (!surrogate.test(text)) return Buffer.from(text)
  const bytes = Buffer.alloc(text.length * unitBytesMax)
  let length = 0
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index)
    if (unit >= 0xd800 && unit <= 0xdfff) {
      bytes[length++] = 0xe0 | (unit >> 12)
      bytes[length++] = 0x80 | ((unit >> 6) & 0x3f)
      bytes[length++] = 0x80 | (unit & 0x3f)
    } else length += bytes.write(text.charAt(index), length)
  }
  return bytes.subarray(0, length)
}
