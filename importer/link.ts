/**
 * Related titles → stories: exact, normalised, the unique beginning of a title, similar; else the title stays text.
 */
import type {Match} from '../schemas/vocabulary.ts'
import {type Candidate, nearestTitles} from './link/similar.ts'
import {differInSpelling} from './link/spelling.ts'
import {isCut, titleKey} from './link/titleKey.ts'
import {type TitleStore, titlesInMemory} from './link/titles.ts'

/** A title shorter than this is no sure beginning of another; one with a cut mark may be shorter. */
const prefixLettersMin = 24
const cutPrefixLettersMin = 12
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

export function titleIndex(store: TitleStore = titlesInMemory()): TitleIndex {
  const candidates = (title: string, from: string) => {
    const key = titleKey(title)
    return nearestTitles(key, store.sharing(key)).filter(({id}) => id !== from)
  }
  const longer = (title: string, key: string, from: string) => {
    const lettersMin = isCut(title) ? cutPrefixLettersMin : prefixLettersMin
    return key.length < lettersMin ? [] : store.longer(key, from)
  }
  return {
    candidates,
    add(id, title) {
      const key = titleKey(title)
      if (key !== '') store.add({id, title, key})
    },
    mayMean(title, from) {
      const key = titleKey(title)
      if (store.same(key, from).length > 0 || longer(title, key, from).length > 0) return true
      return (candidates(title, from)[0]?.similarity ?? 0) >= similarityMin
    },
    resolve(title, from) {
      const key = titleKey(title)
      if (key === '') return undefined
      const exact = store.same(key, from, title)
      if (exact.length > 0) return only(exact, 'exact')
      const normalised = store.same(key, from)
      if (normalised.length > 0) return only(normalised, 'normalised')
      const begunSo = longer(title, key, from)
      if (begunSo.length > 0) return only(begunSo, 'prefix')
      return clearlyBest(key, candidates(title, from))
    },
  }
}

function only(ids: readonly string[], match: keyof typeof confidences): Resolution | undefined {
  const [id, another] = ids
  if (id === undefined || another !== undefined) return undefined
  return {id, match, confidence: confidences[match]}
}

function clearlyBest(key: string, ranked: readonly Candidate[]): Resolution | undefined {
  const [best, next] = ranked
  if (!best || best.similarity < similarityMin) return undefined
  if (!differInSpelling(key, titleKey(best.title))) return undefined
  if (next && best.similarity - next.similarity < similarityMargin) return undefined
  return {id: best.id, match: 'similar', confidence: Math.round(best.similarity * 100) / 100}
}
