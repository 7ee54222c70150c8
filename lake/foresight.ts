/** What the queries of mutations select, looked for in a thread before the transaction begins. */
import {LakeError} from './errors.ts'
import type {Mutation} from './mutation.ts'
import type {Query} from './query/index.ts'
import type {Store} from './store/index.ts'

/** What a query came to in a thread, and the last transaction that it saw. */
type Seen = {result: unknown; seq: number}

/** Answers in a thread, where the query needs one; undefined where it does not. */
export type AskThread = (query: Query) => Promise<Seen | undefined>

/** The ids that a query selects in the dataset as it is; undefined where they are not known. */
export type Foreseen = (query: string, params: Record<string, unknown>) => string[] | undefined

export type Foresee = (mutations: Mutation[]) => Promise<Foreseen>

/** While others write, what a query selects is looked for so often before the transaction does so itself. */
const triesMax = 3

/**
 * Finds beside all else what the queries of mutations select, before the transaction, which would keep others waiting.
 * It holds for as long as nothing is written.
 */
export function openForesight(store: Pick<Store, 'lastSeq'>, ask: AskThread): Foresee {
  return async function foresee(mutations: Mutation[]): Promise<Foreseen> {
    const found = new Map<string, {ids: string[]; seq: number}>()
    for (const {query, params} of mutations.flatMap(queriesOf)) {
      const seen = await latest({query: `(${query}\n)[]._id`, params})
      if (seen && isIds(seen.result))
        found.set(keyOf(query, params), {ids: seen.result, seq: seen.seq})
    }
    return (query, params) => {
      const known = found.get(keyOf(query, params))
      return known?.seq === store.lastSeq() ? known?.ids : undefined
    }
  }

  async function latest(query: Query): Promise<Seen | undefined> {
    let seen: Seen | undefined
    for (let tries = 0; tries < triesMax; tries++) {
      seen = await answered(query)
      if (!seen || seen.seq === store.lastSeq()) break
    }
    return seen
  }

  /** What is wrong with a query, the transaction will say. */
  async function answered(query: Query): Promise<Seen | undefined> {
    try {
      return await ask(query)
    } catch (error) {
      if (error instanceof LakeError && error.status === 400) return undefined
      throw error
    }
  }
}

const queriesOf = (mutation: Mutation): Query[] =>
  'selection' in mutation && 'query' in mutation.selection ? [mutation.selection] : []

const keyOf = (query: string, params: Record<string, unknown>): string =>
  JSON.stringify([query, params])

const isIds = (result: unknown): result is string[] =>
  Array.isArray(result) && result.every((id) => typeof id === 'string')
