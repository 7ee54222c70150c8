/**
 * How near titles are to each other.
 */
import {titleNumbers} from './titleKey.ts'
import type {Entry} from './titles.ts'

export type Candidate = {id: string; title: string; similarity: number}

const candidatesMax = 3
/** Below this nobody would call two titles near. */
const similarityFloor = 0.3

/** The stories nearest to the key, best first, each once, with similarity 0 to 1. */
export function nearestTitles(key: string, entries: readonly Entry[]): Candidate[] {
  const near = entries
    .map((entry) => ({id: entry.id, title: entry.title, similarity: similarity(key, entry.key)}))
    .filter((candidate) => candidate.similarity >= similarityFloor)
    .sort((one, two) => two.similarity - one.similarity || (one.id < two.id ? -1 : 1))
  return bestOfEach(near).slice(0, candidatesMax)
}

/** Dice's coefficient over runs of three letters; titles with different numbers are never similar. */
function similarity(one: string, two: string): number {
  if (titleNumbers(one) !== titleNumbers(two)) return 0
  const [left, right] = [trigrams(one), trigrams(two)]
  let common = 0
  for (const gram of left) if (right.has(gram)) common++
  return (2 * common) / (left.size + right.size)
}

function trigrams(key: string): Set<string> {
  const padded = ` ${key} `
  const grams = new Set<string>()
  for (let at = 0; at + 3 <= padded.length; at++) grams.add(padded.slice(at, at + 3))
  return grams
}

function bestOfEach(ranked: readonly Candidate[]): Candidate[] {
  const seen = new Set<string>()
  return ranked.filter(({id}) => !seen.has(id) && seen.add(id))
}
