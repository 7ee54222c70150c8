/**
 * Words that a line shares with the story: a story keeps to its subject, a teaser does not.
 */
import {noTerm, type Terms} from '../shape/terms.ts'
import type {Shape} from '../shape.ts'
import {float32s, int32s} from '../slab.ts'

/**
 * For each line, the share of its terms that stand in some other line of the story. The loops ask as little as they can:
 * whether a word is a term is what no processor foresees.
 */
export function countShared(
  lines: readonly Shape[],
  terms: Terms,
  inStory: (index: number) => boolean,
): Float32Array {
  const linesWith = countLines(lines, terms, inStory)
  const shares = float32s(lines.length)
  for (const line of lines) {
    if (line.terms === 0) continue
    const own = inStory(line.index) ? 1 : 0
    let shared = 0
    for (let at = line.wordsFrom; at < line.wordsTo; at++) {
      // The sign bit: one where more lines have the term.
      shared += (own - (linesWith[terms.at[at] as number] as number)) >>> 31
    }
    shares[line.index] = shared / line.terms
  }
  return shares
}

/** For each term, in how many lines of the story it stands. */
function countLines(
  lines: readonly Shape[],
  terms: Terms,
  inStory: (index: number) => boolean,
): Int32Array {
  const linesWith = int32s(terms.count)
  /** The line behind the last one that has the term. */
  const behind = int32s(terms.count)
  for (const {index, wordsFrom, wordsTo} of lines) {
    if (!inStory(index)) continue
    for (let at = wordsFrom; at < wordsTo; at++) {
      const term = terms.at[at] as number
      if (behind[term] === index + 1) continue
      behind[term] = index + 1
      linesWith[term] = (linesWith[term] as number) + 1
    }
  }
  linesWith[noTerm] = 0
  return linesWith
}
