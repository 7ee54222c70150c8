/**
 * Text → 64-bit simhash: near texts differ in few bits.
 */

const bits = 64
const bandBits = 16
const wordsEach = 3

/** 16 hex digits, over every run of three words. Empty where the text has no word. */
export function simhash(text: string): string {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu)
  if (!words) return ''
  const votes = new Int32Array(bits)
  const hashes = words.map(hash32)
  const last = Math.max(0, hashes.length - wordsEach)
  for (let index = 0; index <= last; index++) {
    const one = hashes[index] ?? 0
    const two = hashes[index + 1] ?? 0
    const three = hashes[index + 2] ?? 0
    const low = mix(one ^ Math.imul(two, 0x9e3779b1) ^ Math.imul(three, 0x85ebca77))
    vote(votes, 0, low)
    vote(votes, 32, mix(low ^ 0x27d4eb2f))
  }
  return hex(votes, 32) + hex(votes, 0)
}

/** Number of bits in which two simhashes differ, 0 to 64. */
export function distance(one: string, two: string): number {
  let count = 0
  for (let at = 0; at < 16; at += 8) {
    let rest = (parseInt(one.slice(at, at + 8), 16) ^ parseInt(two.slice(at, at + 8), 16)) >>> 0
    for (; rest !== 0; rest &= rest - 1) count++
  }
  return count
}

/** Four bands of 16 bits: two simhashes that differ in fewer than four bits share one for certain, near ones likely. */
export function bands(simhash: string): string[] {
  const digits = bandBits / 4
  return [0, 1, 2, 3].map((band) => `${band}${simhash.slice(band * digits, (band + 1) * digits)}`)
}

function vote(votes: Int32Array, from: number, word: number): void {
  for (let bit = 0; bit < 32; bit++)
    votes[from + bit] = (votes[from + bit] ?? 0) + ((word >>> bit) & 1) * 2 - 1
}

function hex(votes: Int32Array, from: number): string {
  let word = 0
  for (let bit = 0; bit < 32; bit++) if ((votes[from + bit] ?? 0) > 0) word |= 1 << bit
  return (word >>> 0).toString(16).padStart(8, '0')
}

/** FNV-1a over UTF-16 units. */
function hash32(word: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < word.length; index++) {
    hash = Math.imul(hash ^ word.charCodeAt(index), 0x01000193)
  }
  return hash
}

/** The finishing mix of MurmurHash3. */
function mix(value: number): number {
  let word = Math.imul(value ^ (value >>> 16), 0x85ebca6b)
  word = Math.imul(word ^ (word >>> 13), 0xc2b2ae35)
  return word ^ (word >>> 16)
}
