/**
 * TextDecoder, strict: a byte that does not fit refuses the whole.
 */
import type {Decoded} from './decoded.ts'

export function decodeStrictly(
  bytes: Uint8Array,
  encoding: string,
  evidence: string,
): Decoded | undefined {
  try {
    const decoder = new TextDecoder(encoding, {fatal: true})
    return {text: decoder.decode(bytes), encoding: decoder.encoding, evidence}
  } catch {
    return undefined
  }
}

/** Bytes of a character at most, less one: what can be left of a character that was cut. */
const leftBytesMax = 3

/** A file that was cut inside its last character is still text: what is left of that character is dropped. */
export function decodeToItsEnd(
  bytes: Uint8Array,
  encoding: string,
  evidence: string,
): Decoded | undefined {
  const whole = decodeStrictly(bytes, encoding, evidence)
  if (whole) return whole
  for (let left = 1; left <= leftBytesMax && left < bytes.length; left++) {
    const cut = bytes.subarray(0, bytes.length - left)
    const found = decodeStrictly(cut, encoding, `${evidence}, cut inside its last character`)
    if (found) return found
  }
  return undefined
}
