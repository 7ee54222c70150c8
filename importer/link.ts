/**
 * Related titles → stories: exact, normalised, the unique beginning of a title, similar; else the title stays text.
 */
import type {Match} from '../schemas/vocabulary.ts'
import {type Candidate, type Entry, similarTitles} from './link/similar.ts'
import {differInSpelling} from './link/spelling.ts'
import {isCut, titleKey} from './titles.ts'

/** A title shorter than this is no sure beginning of another; one with a cut mark may be shorter. */
const prefixLettersMin = 24
const cutPrefixLettersMin = 12
/** Enough to see that a beginning is not unique. */
const longerMax = 16
const similarityMin = 0.84
/** How far the best candidate has to be ahead of the next one. */
const similarityMargin = 0.08
const confidences = {exact: 1, normalised: 0.98, prefix: 0.9}

export type Resolution = {id: string; match: Match; confidence: number}

export type TitleIndex = {
  /** One story may have several titles: the published one, the draft's, the source's. */
  add: (id: string, title: string) => void
  /** The story meant by `title` in the story `from`, which itself never counts; undefined where in doubt. */
  resolve: (title: string, from: string) => Resolution | undefined
  /** Whether any title here could be meant, be it one of several. */
  mayMean: (title: string, from: string) => boolean
  /** The stories that come nearest, best first, for an editor to choose from. */
  candidates: (title: string, from: string) => Candidate[]
}

export function titleIndex(): TitleIndex {
  const entries: Entry[] = []
  const byKey = new Map<string, Entry[]>()
  let sorted: Entry[] = []
  let similar: ReturnType<typeof similarTitles> | undefined

  const add = (id: string, title: string) => {
    const key = titleKey(title)
    const same = byKey.get(key)
    if (key === '' || same?.some((entry) => entry.id === id && entry.title === title)) return
    const entry = {id, title, key}
    entries.push(entry)
    if (same) same.push(entry)
    else byKey.set(key, [entry])
    similar = undefined
  }
  const inOrder = () => {
    if (sorted.length !== entries.length) {
      sorted = [...entries].sort((one, two) => (one.key < two.key ? -1 : one.key > two.key ? 1 : 0))
    }
    return sorted
  }
  const candidates = (title: string, from: string) => {
    similar ??= similarTitles(entries)
    return similar(titleKey(title)).filter(({id}) => id !== from)
  }
  const same = (key: string, from: string) =>
    (byKey.get(key) ?? []).filter((entry) => entry.id !== from)
  const longer = (title: string, key: string, from: string) =>
    longerTitles(key, isCut(title), inOrder()).filter(({id}) => id !== from)
  return {
    add,
    candidates,
    mayMean(title, from) {
      const key = titleKey(title)
      if (same(key, from).length > 0 || longer(title, key, from).length > 0) return true
      return (candidates(title, from)[0]?.similarity ?? 0) >= similarityMin
    },
    resolve(title, from) {
      const key = titleKey(title)
      if (key === '') return undefined
      const spelledSo = same(key, from)
      if (spelledSo.length > 0) return spelled(title, spelledSo)
      const begunSo = longer(title, key, from)
      if (begunSo.length > 0) return only(begunSo, 'prefix')
      return clearlyBest(key, candidates(title, from))
    },
  }
}

function spelled(title: string, same: readonly Entry[]): Resolution | undefined {
  const exact = same.filter((entry) => entry.title === title)
  return exact.length > 0 ? only(exact, 'exact') : only(same, 'normalised')
}

function only(entries: readonly Entry[], match: keyof typeof confidences): Resolution | undefined {
  const id = entries[0]?.id
  if (id === undefined || entries.some((entry) => entry.id !== id)) return undefined
  return {id, match, confidence: confidences[match]}
}

function longerTitles(key: string, cut: boolean, sorted: readonly Entry[]): Entry[] {
  if (key.length < (cut ? cutPrefixLettersMin : prefixLettersMin)) return []
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((sorted[middle]?.key ?? '') < key) low = middle + 1
    else high = middle
  }
  const longer: Entry[] = []
  for (let at = low; longer.length < longerMax && sorted[at]?.key.startsWith(key); at++) {
    longer.push(sorted[at] as Entry)
  }
  return longer
}

function clearlyBest(key: string, ranked: readonly Candidate[]): Resolution | undefined {
  const [best, next] = ranked
  if (!best || best.similarity < similarityMin) return undefined
  if (!differInSpelling(key, titleKey(best.title))) return undefined
  if (next && best.similarity - next.similarity < similarityMargin) return undefined
  return {id: best.id, match: 'similar', confidence: Math.round(best.similarity * 100) / 100}
}
