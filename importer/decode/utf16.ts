/**
 * UTF-16 without a byte order mark: most text has spaces and line ends, whose other byte is zero.
 */

const sampleBytesMax = 65_536
/** Of the units of text, spaces and line ends at least. */
const spaceShareMin = 0.005

export function guessUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes.length < 4 || bytes.indexOf(0) < 0) return undefined
  const sample = bytes.subarray(0, sampleBytesMax)
  const units = sample.length >> 1
  let little = 0
  let big = 0
  let zeroUnits = 0
  for (let at = 0; at + 1 < sample.length; at += 2) {
    const even = sample[at] as number
    const odd = sample[at + 1] as number
    if (even === 0 && odd === 0) zeroUnits++
    else if (odd === 0 && isSpace(even)) little++
    else if (even === 0 && isSpace(odd)) big++
  }
  if (zeroUnits > 0 || Math.max(little, big) < units * spaceShareMin) return undefined
  return little >= big ? 'utf-16le' : 'utf-16be'
}

function isSpace(byte: number): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d
}
