import type {Asking, Query} from '../query/index.ts'
import type {Need, ViewOptions} from '../store/index.ts'
import type {ReaderOptions} from '../store/reader.ts'

/** What a thread is asked. Without patience, it does without indexes that are not there. */
export type Asked = {query: Query; options: ViewOptions; asking: Asking; patient: boolean}

/** An answer, whose JSON is UTF-8 that changes hands, or what has to be made before there is one. */
export type Outcome = {answer: ThreadAnswer} | {needs: Need[]}

/** `seq`: the last transaction that it saw. */
export type ThreadAnswer = {json: Uint8Array; syncTags: string[]; seq: number}

export type FromThread =
  | Outcome
  | {refused: {status: number; body: Record<string, unknown>; headers: Record<string, string>}}
  | {failed: string}

/** What a thread begins with: the dataset's file. */
export type ThreadData = {file: string; reading: ReaderOptions}
