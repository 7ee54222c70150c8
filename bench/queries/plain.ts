/** What the lake is held against: groq-js over all documents, which answers by JSON as servers do. */
import {evaluate, parse} from 'groq-js'
import type {Dataset} from '../../lake/dataset.ts'
import type {QueryCase} from './cases.ts'

/** Documents that an anonymous reader sees, as plain groq-js needs them: parsed, and all in memory. */
export const documentsOf = ({store}: Dataset): unknown[] =>
  [...store.dump({dotted: false})].map((body) => JSON.parse(body))

/** The JSON of an answer. */
export async function plainJson(
  documents: unknown[],
  {query, plain}: QueryCase,
  params: Record<string, unknown>,
): Promise<string> {
  const tree = parse(plain ?? query, {params})
  const value = await evaluate(tree, {dataset: documents, params})
  return JSON.stringify(await value.get())
}
