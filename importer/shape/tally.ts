/**
 * Text → counts, and the hashes of its words: one pass over the characters.
 */
import {kindOf, kinds} from '../characters.ts'
import {extendHash, extendSmall, wordSeed} from '../languages/words.ts'
import {perhapsOdd} from '../normalise.ts'
import type {WordBuffer} from './wordBuffer.ts'

/** What the last pass found; the next one begins anew. */
export type Tally = {
  /** Characters of each kind, but for joints inside words. */
  readonly kinds: Int32Array
  /** Words that begin with a capital, and words of two capitals or more and no small letter. */
  capitalised: number
  shouted: number
  /** Sentence ends, the last one included. */
  stops: number
  /** Whether cleaning may change the text. */
  odd: boolean
}

const kindsMax = Math.max(...Object.values(kinds)) + 1

export function emptyTally(): Tally {
  return {kinds: new Int32Array(kindsMax), capitalised: 0, shouted: 0, stops: 0, odd: false}
}

/**
 * What the table says of a unit: its kind, whether it may stand in a word, whether a word may begin with it, whether it
 * is a small letter, as most are, and whether it may be odd.
 */
const kindBits = 0x0f
const inWord = 0x10
const opensWord = 0x20
const isSmall = 0x40
const odd = 0x80

const wordKinds: readonly number[] = [kinds.lower, kinds.upper, kinds.letter, kinds.digit]
const unitsMax = 0x10000
const signs = new Uint8Array(unitsMax)
for (let unit = 0; unit < unitsMax; unit++) {
  const kind = kindOf(unit)
  const opens = wordKinds.includes(kind) ? opensWord | inWord : 0
  const joins = kind === kinds.joint ? inWord : 0
  const small = kind === kinds.lower ? isSmall : 0
  signs[unit] = kind | opens | joins | small | (perhapsOdd(unit) ? odd : 0)
}

/** The units of a text from `start` to `end`: a look into a text is quicker than one into a slice of it. */
export type Part = {text: string; start: number; end: number}

/** Counts stay in local variables until the end, which is what makes the pass fast. */
export function tallyUp({text, start, end}: Part, tally: Tally, words: WordBuffer): void {
  const counts = tally.kinds.fill(0)
  const hashes = words.withRoomFor(end - start)
  let found = words.length
  let seen = 0
  let small = 0
  let [capitalised, shouted, stops] = [0, 0, 0]
  let previous: number = kinds.space
  let index = start
  while (index < end) {
    let unit = text.charCodeAt(index)
    let sign = signs[unit] as number
    const kind = sign & kindBits
    seen |= sign
    if ((sign & opensWord) === 0) {
      counts[kind] = (counts[kind] as number) + 1
      if (kind === kinds.wide) hashes[found++] = extendHash(wordSeed, unit)
      else if (previous === kinds.stop && (kind === kinds.space || kind === kinds.quote)) stops++
      previous = kind
      index++
      continue
    }
    const from = index
    let hash = wordSeed
    let capitals = 0
    let others = 0
    if (kind === kinds.upper) capitalised++
    for (;;) {
      if ((sign & isSmall) !== 0) hash = extendSmall(hash, unit)
      else if ((sign & inWord) !== 0) {
        const part = sign & kindBits
        hash = extendHash(hash, unit)
        if (part === kinds.upper) capitals++
        else others++
        // A joint inside a word is no sign.
        if (part !== kinds.joint) counts[part] = (counts[part] as number) + 1
      } else break
      if (++index === end) break
      unit = text.charCodeAt(index)
      sign = signs[unit] as number
      seen |= sign
    }
    const smallInside = index - from - capitals - others
    small += smallInside
    if (capitals > 1 && smallInside === 0) shouted++
    hashes[found++] = hash
    previous = kinds.letter
  }
  counts[kinds.lower] = small
  words.length = found
  tally.capitalised = capitalised
  tally.shouted = shouted
  tally.stops = previous === kinds.stop ? stops + 1 : stops
  tally.odd = (seen & odd) !== 0
}
