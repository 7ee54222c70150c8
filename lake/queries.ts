/** Where a query is answered: in the process where it is quick, else in a thread. */
import {type Answer, answerOf} from './answer.ts'
import {type Asking, isQuick, type Query} from './query/index.ts'
import {TooManySteps} from './query/limits.ts'
import {type Need, notYet, type Store, type ViewOptions} from './store/index.ts'
import type {ReaderOptions} from './store/reader.ts'
import type {ThreadAnswer} from './threads/messages.ts'
import {openThreads, type Threads} from './threads/pool.ts'

/** How long a query waits for indexes that it is the first to ask for. */
const readyMsMax = 25_000
/** A query that takes more goes on in a thread; until then, it keeps others waiting for some 20 ms. */
const quickStepsMax = 20_000
/** How often a thread is asked before it does without an index that is not there. */
const patientTriesMax = 3

type Question = {query: Query; options: ViewOptions; asking: Asking}

export type Queries = {
  /**
   * Answers a query, at once where that takes few steps; waits for indexes that it is the first to need.
   * @throws LakeError where it cannot be answered, takes too long or answers too much.
   */
  ask(question: Question): Promise<Answer | ThreadAnswer>
  /** The answer of a thread, where one is needed. */
  askThread(question: Question): Promise<ThreadAnswer | undefined>
  /** Resolves once the threads have ended. */
  close(): Promise<void>
}

/**
 * Answers queries: quick ones at once, all others in threads. A dataset in memory cannot be read from a thread.
 */
export function openQueries(
  store: Store,
  file: string | undefined,
  reading: ReaderOptions = {},
): Queries {
  const threads = file === undefined ? undefined : openThreads(file, reading)

  async function ask(question: Question): Promise<Answer | ThreadAnswer> {
    if (!threads) return here(question)
    return isQuick(question.query) ? tried(question) : there(question, threads.ask)
  }

  async function here({query, options, asking}: Question): Promise<Answer> {
    return store.whenReady(() => answerOf(query, store.view(options), asking), readyMsMax)
  }

  async function askThread(question: Question): Promise<ThreadAnswer | undefined> {
    if (!threads) return undefined
    const answer = await ask(question)
    return 'seq' in answer ? answer : undefined
  }

  async function tried(question: Question): Promise<Answer | ThreadAnswer> {
    const asking = {...question.asking, stepsMax: quickStepsMax}
    try {
      return await here({...question, asking})
    } catch (error) {
      if (!threads || !(error instanceof TooManySteps)) throw error
      return there(question, threads.ask)
    }
  }

  async function there(question: Question, askOne: Threads['ask']): Promise<ThreadAnswer> {
    const end = performance.now() + readyMsMax
    let needs: Need[] = ['filing']
    for (let tries = 0; ; tries++) {
      await store.whenReady(() => store.provide(needs), readyMsMax)
      const outcome = await askOne({...question, patient: tries < patientTriesMax})
      if ('answer' in outcome) return outcome.answer
      if (performance.now() > end) throw notYet()
      needs = outcome.needs
    }
  }

  return {ask, askThread, close: async () => threads?.close()}
}
