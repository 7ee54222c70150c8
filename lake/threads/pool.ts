import {Worker} from 'node:worker_threads'
import {LakeError, requestError} from '../errors.ts'
import {queryMsMax, tooSlow} from '../query/limits.ts'
import type {ReaderOptions} from '../store/reader.ts'
import type {Asked, FromThread, Outcome, ThreadData} from './messages.ts'
import {openTurns} from './turns.ts'

const threadsMax = 2
/** Of each who asks. */
const waitingMax = 100
const retryAfterSeconds = '5'
/** A thread that has had nothing to do for so long gives its memory back. */
const idleMsMax = 120_000
/** A thread gives a query up by itself where it looks at the clock; so much later, the thread is ended. */
const graceMs = 500
/** What a query may take: documents, what it makes of them, and its answer as text; and what is kept for others. */
const heapMbMax = 640
const youngHeapMbMax = 32

export type Threads = {
  /** Settles when a thread has answered. @throws LakeError where the query is refused, or takes too much. */
  ask(asked: Asked): Promise<Outcome>
  /** How many threads there are now. */
  size(): number
  /** Ends all threads; what they are at work on fails. */
  close(): Promise<void>
}

export type ThreadsOptions = ReaderOptions & {heapMb?: number}

type Job = {asked: Asked; resolve(outcome: Outcome): void; reject(error: unknown): void}

/** One thread, and what it is at work on. */
type Member = {worker: Worker; job: Job | undefined; timer: NodeJS.Timeout | undefined}

/**
 * Threads that answer queries over one dataset's file, so that a query that takes long keeps nobody waiting. They are
 * started when they are needed. One whose query takes too long, or too much memory, is ended.
 */
export function openThreads(
  file: string,
  {heapMb = heapMbMax, ...reading}: ThreadsOptions = {},
): Threads {
  const members = new Set<Member>()
  const waiting = openTurns<Job>()
  let isClosed = false

  function ask(asked: Asked): Promise<Outcome> {
    return new Promise((resolve, reject) => {
      if (isClosed) return reject(closed())
      const {identity} = asked.asking
      if (waiting.waitingOf(identity) >= waitingMax) return reject(tooMany())
      waiting.add(identity, {asked, resolve, reject})
      next()
    })
  }

  function next(): void {
    const idle =
      [...members].find(({job}) => !job) ?? (members.size < threadsMax ? start() : undefined)
    const job = idle && waiting.next()
    if (job) give(idle, job)
  }

  function give(member: Member, job: Job): void {
    member.job = job
    const msMax = (job.asked.asking.msMax ?? queryMsMax) + graceMs
    clearTimeout(member.timer)
    member.timer = setTimeout(() => end(member, tooSlow()), msMax).unref()
    member.worker.ref()
    member.worker.postMessage(job.asked)
  }

  function start(): Member {
    const member: Member = {
      worker: startThread({file, reading}, heapMb),
      job: undefined,
      timer: undefined,
    }
    member.worker.on('message', (message: FromThread) => settle(member, message))
    member.worker.on('error', (error) => end(member, isOutOfMemory(error) ? tooLarge() : error))
    members.add(member)
    return member
  }

  function settle(member: Member, message: FromThread): void {
    const {job} = member
    member.job = undefined
    member.worker.unref()
    clearTimeout(member.timer)
    member.timer = setTimeout(() => end(member), idleMsMax).unref()
    if ('failed' in message) job?.reject(new Error(message.failed))
    else if ('refused' in message) job?.reject(errorOf(message.refused))
    else job?.resolve(message)
    next()
  }

  /** Ends a thread; what it is at work on fails for this reason. */
  async function end(member: Member, reason?: unknown): Promise<void> {
    members.delete(member)
    clearTimeout(member.timer)
    member.job?.reject(reason)
    member.job = undefined
    await member.worker.terminate()
    if (!waiting.isEmpty()) next()
  }

  async function close(): Promise<void> {
    isClosed = true
    for (const {reject} of waiting.clear()) reject(closed())
    await Promise.all([...members].map((member) => end(member, closed())))
  }

  return {ask, close, size: () => members.size}
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

function tooMany(): LakeError {
  const {status, body} = requestError(429, 'Too many long queries wait: ask again in a while')
  return new LakeError(status, body, {'retry-after': retryAfterSeconds})
}

const closed = () => requestError(404, 'The dataset was closed')
