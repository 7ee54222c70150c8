import type {Document} from '../../lake/document.ts'

/** A transaction against a dataset that holds some documents, and what must come of it. */
export type ContractCase = {
  name: string
  given?: Document[]
  mutations: Record<string, unknown>[]
  autoGenerateArrayKeys?: boolean
  /** The dataset afterwards, without system fields. Absent documents are gone. */
  leaves?: Record<string, unknown>[]
  operations?: string[]
  refused?: {status: number; type: string; index?: number; details?: Record<string, unknown>}
}

export type Refusal = {status: number; type: string; index: number; error: Record<string, unknown>}

/** One of the ways to change a dataset. */
export type Subject = {
  /** Opens a dataset that holds these documents. */
  open(given: Document[]): Promise<OpenSubject>
}
export type OpenSubject = {
  mutate(
    mutations: Record<string, unknown>[],
    options: {autoGenerateArrayKeys: boolean},
  ): Promise<{operations: string[]} | {refusal: Refusal}>
  documents(): Promise<Document[]>
}
