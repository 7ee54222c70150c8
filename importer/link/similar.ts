/**
 * Titles near a title, found through the words they share.
 */
import {titleNumbers} from '../titles.ts'

/** A story's title and its key. */
export type Entry = {id: string; title: string; key: string}

export type Candidate = {id: string; title: string; similarity: number}

/** Words in more titles than this say little; a near title shares a rarer one. */
const postingsMax = 64
const comparedMax = 8
const candidatesMax = 3
/** Below this nobody would call two titles near. */
const similarityFloor = 0.3

/** Answers a search: normalised title → the nearest stories, best first, each once, with similarity 0 to 1. */
export function similarTitles(entries: readonly Entry[]): (key: string) => Candidate[] {
  const postings = new Map<string, number[]>()
  for (const [at, {key}] of entries.entries()) {
    for (const word of new Set(key.split(' '))) {
      const list = postings.get(word)
      if (!list) postings.set(word, [at])
      else if (list.length <= postingsMax) list.push(at)
    }
  }
  return (key) => {
    const near = sharing(key, postings)
      .map((at) => entries[at] as Entry)
      .map((entry) => ({id: entry.id, title: entry.title, similarity: similarity(key, entry.key)}))
      .filter((candidate) => candidate.similarity >= similarityFloor)
      .sort((one, two) => two.similarity - one.similarity || (one.id < two.id ? -1 : 1))
    return bestOfEach(near).slice(0, candidatesMax)
  }
}

/** The entries that share most words, those found by rare words alone. */
function sharing(key: string, postings: Map<string, number[]>): number[] {
  const shared = new Map<number, number>()
  for (const word of new Set(key.split(' '))) {
    const list = postings.get(word)
    if (!list || list.length > postingsMax) continue
    for (const at of list) shared.set(at, (shared.get(at) ?? 0) + word.length)
  }
  return [...shared]
    .sort((one, two) => two[1] - one[1] || one[0] - two[0])
    .slice(0, comparedMax)
    .map(([at]) => at)
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
