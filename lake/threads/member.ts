import {Worker} from 'node:worker_threads'
import {LakeError, requestError} from '../errors.ts'
import {queryMsMax, tooSlow} from '../query/limits.ts'
import type {Asked, FromThread, Outcome, ThreadData} from './messages.ts'

/** A thread that has had nothing to do for so long gives its memory back. */
const idleMsMax = 120_000
/** A thread gives a query up by itself where it looks at the clock; so much later, the thread is ended. */
const graceMs = 500
const youngHeapMbMax = 32

/** What is asked of a thread, and whom the answer goes to. */
export type Job = {asked: Asked; resolve(outcome: Outcome): void; reject(error: unknown): void}

/** One thread, and what it is at work on. */
export type Member = {
  isIdle(): boolean
  give(job: Job): void
  /** Ends the thread; what it is at work on fails for this reason. Settles when its memory is free. */
  end(reason: unknown): Promise<void>
}

type MemberOptions = {
  heapMb: number
  /** Called when it has nothing to do any more. */
  onIdle(): void
  /** Called when the thread has to be ended: its query takes too much, or there was none for long. */
  onDone(reason: unknown): void
}

export function startMember(data: ThreadData, {heapMb, onIdle, onDone}: MemberOptions): Member {
  const worker = startThread(data, heapMb)
  let job: Job | undefined
  let timer: NodeJS.Timeout | undefined

  function doneIn(ms: number, reason?: () => LakeError): void {
    clearTimeout(timer)
    timer = setTimeout(() => onDone(reason?.()), ms).unref()
  }

  function give(given: Job): void {
    job = given
    doneIn((given.asked.asking.msMax ?? queryMsMax) + graceMs, tooSlow)
    worker.ref()
    worker.postMessage(given.asked)
  }

  function settle(message: FromThread): void {
    const settled = job
    job = undefined
    worker.unref()
    doneIn(idleMsMax)
    if ('failed' in message) settled?.reject(new Error(message.failed))
    else if ('refused' in message) settled?.reject(errorOf(message.refused))
    else settled?.resolve(message)
    onIdle()
  }

  async function end(reason: unknown): Promise<void> {
    clearTimeout(timer)
    job?.reject(reason)
    job = undefined
    await worker.terminate()
  }

  worker.on('message', settle)
  worker.on('error', (error) => onDone(isOutOfMemory(error) ? tooLarge() : error))
  return {isIdle: () => job === undefined, give, end}
}

function startThread(data: ThreadData, heapMb: number): Worker {
  return new Worker(new URL('./thread.ts', import.meta.url), {
    workerData: data,
    execArgv: process.features.typescript
      ? ['--disable-warning=ExperimentalWarning']
      : ['--import', import.meta.resolve('tsx')],
    resourceLimits: {maxOldGenerationSizeMb: heapMb, maxYoungGenerationSizeMb: youngHeapMbMax},
  })
}

const errorOf = ({status, body, headers}: LakeErrorParts) => new LakeError(status, body, headers)

type LakeErrorParts = Pick<LakeError, 'status' | 'body' | 'headers'>

const isOutOfMemory = (error: unknown): boolean =>
  (error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY'

const tooLarge = () => requestError(413, 'The query takes more memory than it may: ask for less')
