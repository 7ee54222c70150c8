/**
 * Text → 64-bit simhash: near texts differ in few bits.
 */

/** Counts up to 67 million runs of words, more than any file of copy holds. */
const counterBits = 26
const bandBits = 16
const wordsEach = 3

/** 16 hex digits, over every run of three words. Empty where the text has no word. */
export function simhash(text: string): string {
  const tally: Tally = {
    low: new Int32Array(counterBits),
    high: new Int32Array(counterBits),
    runs: 0,
  }
  const lower = text.toLowerCase()
  let [one, two, hash] = [0, 0, fnvBasis]
  let words = 0
  // The last word ends like any other.
  for (let at = 0; at <= lower.length; at++) {
    const unit = at < lower.length ? lower.charCodeAt(at) : space
    if (asked[unit] === 2 || isInWord(unit, lower, at)) hash = Math.imul(hash ^ unit, fnvPrime)
    else if (hash !== fnvBasis) {
      words += 1
      if (words >= wordsEach) countRun(tally, [one, two, hash])
      one = two
      two = hash
      hash = fnvBasis
    }
  }
  if (words === 0) return ''
  if (words < wordsEach) countRun(tally, words === 1 ? [two, 0, 0] : [one, two, 0])
  return hex(tally.high, tally.runs) + hex(tally.low, tally.runs)
}

/** Number of bits in which two simhashes differ, 0 to 64. */
export function distance(one: string, two: string): number {
  let count = 0
  for (let at = 0; at < 16; at += 8) {
    count += bitsSet(parseInt(one.slice(at, at + 8), 16) ^ parseInt(two.slice(at, at + 8), 16))
  }
  return count
}

/** Of 32. */
export function bitsSet(word: number): number {
  let count = 0
  for (let rest = word; rest !== 0; rest &= rest - 1) count++
  return count
}

/** Four bands of 16 bits: two simhashes that differ in fewer than four bits share one for certain, near ones likely. */
export function bands(simhash: string): string[] {
  const digits = bandBits / 4
  return [0, 1, 2, 3].map((band) => `${band}${simhash.slice(band * digits, (band + 1) * digits)}`)
}

/** How often each bit was set, of so many runs of words; counters as `count` keeps them. */
type Tally = {low: Int32Array; high: Int32Array; runs: number}

function countRun(tally: Tally, [one, two, three]: readonly [number, number, number]): void {
  const hash = mix(one ^ Math.imul(two, 0x9e3779b1) ^ Math.imul(three, 0x85ebca77))
  count(tally.low, hash)
  count(tally.high, mix(hash ^ 0x27d4eb2f))
  tally.runs += 1
}

/** Adds one for each bit that is set to its counter: `counters` holds the counters' lowest bits, then the next, … */
function count(counters: Int32Array, word: number): void {
  let carry = word
  for (let place = 0; carry !== 0; place++) {
    const former = counters[place] as number
    counters[place] = former ^ carry
    carry &= former
  }
}

/** The bits that were set more than half of the times. */
function hex(counters: Int32Array, all: number): string {
  const places = 32 - Math.clz32(all)
  let word = 0
  for (let bit = 0; bit < 32; bit++) {
    let times = 0
    for (let place = 0; place < places; place++) {
      times += (((counters[place] as number) >>> bit) & 1) << place
    }
    if (times > all / 2) word |= 1 << bit
  }
  return (word >>> 0).toString(16).padStart(8, '0')
}

/** FNV-1a over the UTF-16 units of each word, letters and digits next to each other. */
const fnvBasis = 0x811c9dc5 | 0
const fnvPrime = 0x01000193
const space = 0x20
const inWord = /[\p{L}\p{N}]/u
/** By UTF-16 unit, as far as it was asked for: 1 no, 2 yes. */
const asked = new Uint8Array(0x10000)

/** Half of a pair stands for the sign that the pair makes. */
function isInWord(unit: number, text: string, at: number): boolean {
  if (unit >= 0xd800 && unit <= 0xdfff) {
    const pair = text.codePointAt(unit < 0xdc00 ? at : at - 1) ?? unit
    return pair > 0xffff && inWord.test(String.fromCodePoint(pair))
  }
  asked[unit] ||= inWord.test(String.fromCharCode(unit)) ? 2 : 1
  return asked[unit] === 2
}

/** The finishing mix of MurmurHash3. */
function mix(value: number): number {
  let word = Math.imul(value ^ (value >>> 16), 0x85ebca6b)
  word = Math.imul(word ^ (word >>> 13), 0xc2b2ae35)
  return word ^ (word >>> 16)
}
