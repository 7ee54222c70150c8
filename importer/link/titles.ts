/**
 * Where titles are kept while links are resolved.
 */

/** A story's title and its key. */
export type Entry = {id: string; title: string; key: string}

/** Words in more titles than this say little; a near title shares a rarer one. */
export const postingsMax = 64
const comparedMax = 8

/** Of ids, two are enough: no one title is meant then. */
export type TitleStore = {
  add: (entry: Entry) => void
  /** Ids of other stories than `from` with this key; with just this title where one is given. */
  same: (key: string, from: string, title?: string) => string[]
  /** Ids of other stories than `from` whose keys begin so. */
  longer: (key: string, from: string) => string[]
  /** The entries that share most with the key by words that few titles have. */
  sharing: (key: string) => Entry[]
}

export function titlesInMemory(): TitleStore {
  const entries: Entry[] = []
  const byKey = new Map<string, Entry[]>()
  let sorted: Entry[] = []
  let postings: Map<string, number[]> | undefined
  return {
    add(entry) {
      const same = byKey.get(entry.key)
      if (same?.some(({id, title}) => id === entry.id && title === entry.title)) return
      entries.push(entry)
      if (same) same.push(entry)
      else byKey.set(entry.key, [entry])
      postings = undefined
    },
    same(key, from, title) {
      const all = byKey.get(key) ?? []
      return twoIds(title === undefined ? all : all.filter((entry) => entry.title === title), from)
    },
    longer(key, from) {
      if (sorted.length !== entries.length) sorted = [...entries].sort(byKeys)
      return twoIds(beginning(key, sorted), from)
    },
    sharing(key) {
      postings ??= postingsOf(entries)
      const lists = wordsOf(key).map((word) => ({word, places: postings?.get(word) ?? []}))
      return mostShared(lists).map((at) => entries[at] as Entry)
    },
  }
}

export function wordsOf(key: string): string[] {
  return [...new Set(key.split(' '))]
}

/** Of the places where each word stands, those that share most; words that stand nearly everywhere are left out. */
export function mostShared(lists: readonly {word: string; places: readonly number[]}[]): number[] {
  const shared = new Map<number, number>()
  for (const {word, places} of lists) {
    if (places.length > postingsMax) continue
    for (const at of places) shared.set(at, (shared.get(at) ?? 0) + word.length)
  }
  return [...shared]
    .sort((one, two) => two[1] - one[1] || one[0] - two[0])
    .slice(0, comparedMax)
    .map(([at]) => at)
}

function postingsOf(entries: readonly Entry[]): Map<string, number[]> {
  const postings = new Map<string, number[]>()
  for (const [at, {key}] of entries.entries()) {
    for (const word of wordsOf(key)) {
      const list = postings.get(word)
      if (!list) postings.set(word, [at])
      else if (list.length <= postingsMax) list.push(at)
    }
  }
  return postings
}

function twoIds(entries: Iterable<Entry>, from: string): string[] {
  const ids = new Set<string>()
  for (const {id} of entries) {
    if (id !== from) ids.add(id)
    if (ids.size === 2) break
  }
  return [...ids]
}

function byKeys(one: Entry, two: Entry): number {
  return one.key < two.key ? -1 : one.key > two.key ? 1 : 0
}

function* beginning(key: string, sorted: readonly Entry[]): Iterable<Entry> {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((sorted[middle]?.key ?? '') < key) low = middle + 1
    else high = middle
  }
  for (let at = low; sorted[at]?.key.startsWith(key); at++) yield sorted[at] as Entry
}
