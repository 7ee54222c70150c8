/**
 * Lines that stand in a file more than once: the headline is repeated, and so are the labels of buttons.
 */
import type {Shape, Shapes} from '../shape.ts'
import {int32s, uint16s} from '../slab.ts'

/** For each line, in how many lines of the file it stands. */
export function countRepeats(lines: readonly Shape[]): Uint16Array {
  return countAlike(lines, {
    rough: ({text}) => text.length,
    key: ({text, lower}) => `${lower}${text.length}`,
  })
}

const openingChars = 24

/** For each line, how many lines open with the same characters. */
export function countOpenings(lines: readonly Shape[]): Uint16Array {
  return countAlike(lines, {
    rough: ({lower}) => lower.charCodeAt(0) + lower.charCodeAt(1) * 5 + lower.charCodeAt(3) * 13,
    key: ({lower}) => lower.slice(0, openingChars),
  })
}

/** For each line, how many lines open with the same word. */
export function countFirstWords({lines, words}: Shapes): Uint16Array {
  const firstWord = ({wordsFrom}: Shape) => words[wordsFrom] ?? noWord
  return countAlike(lines, {rough: firstWord, key: firstWord})
}

/** No word has this hash: hashes are whole numbers. */
const noWord = 0.5

const countMax = 50
/** Buckets that lines fall into by what is quick to tell of them; where more are alone in theirs, fewer keys are made. */
const bucketsMin = 256

type Likeness = {
  /** The same for lines of the same key, and quicker to tell: by it, most lines are like no other. */
  rough: (shape: Shape) => number
  key: (shape: Shape) => string | number
}

function countAlike(lines: readonly Shape[], {rough, key}: Likeness): Uint16Array {
  let buckets = bucketsMin
  while (buckets < lines.length * 4) buckets *= 2
  const met = int32s(buckets)
  const bucketOf = (shape: Shape) => rough(shape) & (buckets - 1)
  for (const shape of lines) met[bucketOf(shape)] = (met[bucketOf(shape)] as number) + 1
  const alike = uint16s(lines.length).fill(1)
  const others = lines.filter((shape) => (met[bucketOf(shape)] as number) > 1)
  if (others.length === 0) return alike
  const counts = new Map<string | number, number>()
  for (const shape of others) counts.set(key(shape), (counts.get(key(shape)) ?? 0) + 1)
  for (const shape of others) {
    alike[shape.index] = Math.min(counts.get(key(shape)) as number, countMax)
  }
  return alike
}
