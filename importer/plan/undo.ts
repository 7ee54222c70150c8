/**
 * How a run's change of a story is taken back: the former values, and hashes of the new ones to tell later edits.
 */
import {stable} from '../build/content.ts'
import type {Article, ArticleContent} from '../documents.ts'
import {fingerprint} from '../ids.ts'

const hashDigits = 12

/** By field: the value before (absent where there was none) and the hash of the value that the run gave it. */
export type FieldUndo = Record<string, {before?: unknown; after: string}>

/** By document id. A story that the run created needs none. */
export type Undo = Record<string, FieldUndo>

export function valueHash(value: unknown): string {
  return fingerprint(stable(value ?? null), hashDigits)
}

export function fieldUndo(
  before: Partial<Article>,
  set: Partial<ArticleContent>,
  unset: readonly (keyof ArticleContent)[],
): FieldUndo {
  const undo: FieldUndo = {}
  for (const name of [...(Object.keys(set) as (keyof ArticleContent)[]), ...unset]) {
    const was = before[name]
    undo[name] = {...(was === undefined ? {} : {before: was}), after: valueHash(set[name])}
  }
  return undo
}

/** Two changes of one run as one: the first one's former values, the last one's hashes. */
export function joinedUndo(first: Undo, last: Undo): Undo {
  const joined: Undo = {...first}
  for (const [id, fields] of Object.entries(last)) {
    joined[id] = {...joined[id]}
    for (const [name, {before, after}] of Object.entries(fields)) {
      const earlier = joined[id][name]
      joined[id][name] = earlier
        ? {...earlier, after}
        : {...(before === undefined ? {} : {before}), after}
    }
  }
  return joined
}
