/**
 * Threads that read files. Batches are handed out in order, and what they ask is answered in that order, so that the
 * outcome does not hang on which thread is quicker.
 */
import {getCompileCacheDir} from 'node:module'
import {availableParallelism} from 'node:os'
import {dirname} from 'node:path'
import {Worker} from 'node:worker_threads'
import type {FoundFile} from '../files.ts'
import type {Manner} from '../manner.ts'
import type {ThreadModule} from '../options.ts'
import type {ForeignLine} from '../survey/recurring.ts'
import type {Answers, Asked, ReadFile, Reading, WantedFile} from './batch.ts'

/** What a thread begins with. */
export type ThreadData = Pick<Reading, 'root' | 'name'> & {
  thread: ThreadModule
}
/** Files to be read, or without a manner looked through for what many of them have. */
type Task = {files: readonly WantedFile[]; manner?: Manner}
export type ToThread = Task | {answers: Answers}
type Done = {read: ReadFile[]} | {foreign: ForeignLine[]}
export type FromThread = {asked: Asked} | Done | {failed: string}

export type Pool = {
  size: number
  survey: (files: readonly FoundFile[]) => Promise<ForeignLine[]>
  read: (files: readonly WantedFile[], manner: Manner) => Promise<ReadFile[]>
  close: () => void
}

type Batch = {
  task: Task
  done: PromiseWithResolvers<Done>
  /** Settles when the batch has asked what it has to ask. */
  asked: PromiseWithResolvers<() => Promise<void>>
}

/** Each thread takes some 60 MB. */
const threadsMax = 4
/** Of a heap's space for what is new: a file leaves little behind, and more only takes memory. */
const youngGenerationMb = 4

export function openPool(data: ThreadData, answer: (asked: Asked) => Promise<Answers>): Pool {
  const size = Math.min(availableParallelism(), threadsMax)
  const idle = Array.from({length: size}, () => startThread(data))
  const threads = [...idle]
  const waiting: Batch[] = []
  let answered = Promise.resolve()

  const next = () => {
    while (idle.length > 0 && waiting.length > 0) {
      give(waiting.shift() as Batch, idle.pop() as Worker)
    }
  }
  const give = (batch: Batch, thread: Worker) => {
    const end = () => {
      thread.off('message', onMessage).off('error', onError)
      batch.asked.resolve(async () => {})
    }
    const onError = (error: unknown) => {
      end()
      batch.done.reject(error)
    }
    const onMessage = (message: FromThread) => {
      if ('asked' in message) {
        batch.asked.resolve(async () => {
          const answers = await answer(message.asked)
          thread.postMessage({answers} satisfies ToThread)
        })
        return
      }
      end()
      idle.push(thread)
      if ('failed' in message) batch.done.reject(new Error(message.failed))
      else batch.done.resolve(message)
      next()
    }
    thread.on('message', onMessage).on('error', onError)
    thread.postMessage(batch.task satisfies ToThread)
  }
  const carryOut = (task: Task): Promise<Done> => {
    const batch: Batch = {task, done: Promise.withResolvers(), asked: Promise.withResolvers()}
    answered = answered
      .then(() => batch.asked.promise)
      .then((reply) => reply())
      .catch(batch.done.reject)
    waiting.push(batch)
    next()
    return batch.done.promise
  }
  return {
    size,
    async survey(files) {
      const done = await carryOut({files})
      return 'foreign' in done ? done.foreign : []
    },
    async read(files, manner) {
      const done = await carryOut({files, manner})
      return 'read' in done ? done.read : []
    },
    close() {
      for (const thread of threads) void thread.terminate()
    },
  }
}

function startThread(data: ThreadData): Worker {
  const thread = new Worker(new URL('./thread.ts', import.meta.url), {
    workerData: data,
    execArgv: process.features.typescript
      ? ['--disable-warning=ExperimentalWarning']
      : ['--import', import.meta.resolve('tsx')],
    env: {...process.env, ...compileCache()},
    resourceLimits: {maxYoungGenerationSizeMb: youngGenerationMb},
  })
  thread.setMaxListeners(0)
  return thread
}

/** A thread finds what was compiled before by its environment alone; compiling all anew takes it 10 MB and as long again. */
function compileCache(): {NODE_COMPILE_CACHE?: string} {
  const own = getCompileCacheDir()
  // Below the folder that was asked for there is one for each version of Node.
  return own === undefined ? {} : {NODE_COMPILE_CACHE: dirname(own)}
}
