/**
 * Whether a file's new text is another story than its former one, or a new version of it.
 */

import {titleKey} from '../link/titleKey.ts'
import {distance} from './simhash.ts'

/** Unrelated texts are about 32 bits apart. */
const sameStoryBitsMax = 16
/** Titles that share this part of their words are of one story. */
const sharedWordsMin = 0.5

export type Text = {
  title?: string | null
  textHash: string
  simhash?: string | null
  /** Hashes of the body's blocks. */
  blocks: readonly string[]
}

/** As far as the simhashes tell. */
export function mayBeAnother(former: Omit<Text, 'blocks'>, now: Omit<Text, 'blocks'>): boolean {
  if (!former.simhash || !now.simhash || former.textHash === now.textHash) return false
  return distance(former.simhash, now.simhash) > sameStoryBitsMax
}

/** One headline, or one paragraph that both have, makes it a new version. */
export function isAnother(former: Text, now: Text): boolean {
  const blocks = new Set(former.blocks)
  return !haveOneTitle(former, now) && !now.blocks.some((block) => blocks.has(block))
}

function haveOneTitle(one: Text, two: Text): boolean {
  const [first, second] = [wordsOf(one), wordsOf(two)]
  const shared = [...first].filter((word) => second.has(word)).length
  return shared >= sharedWordsMin * Math.min(first.size, second.size)
}

function wordsOf({title}: Text): Set<string> {
  return new Set(titleKey(title ?? '').split(' '))
}
