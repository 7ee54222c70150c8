import {LakeError, requestError} from '../errors.ts'
import type {ReaderOptions} from '../store/reader.ts'
import {type Job, type Member, startMember} from './member.ts'
import type {Asked, Outcome} from './messages.ts'
import {openTurns} from './turns.ts'

const threadsMax = 2
/** Of each who asks. */
const waitingMax = 100
const retryAfterSeconds = '5'
/** What a query may take: documents, what it makes of them, and its answer as text; and what is kept for others. */
const heapMbMax = 640

export type Threads = {
  /** Settles when a thread has answered. @throws LakeError where the query is refused, or takes too much. */
  ask(asked: Asked): Promise<Outcome>
  /** How many threads there are now. */
  size(): number
  /** Ends all threads; what they are at work on fails. */
  close(): Promise<void>
}

export type ThreadsOptions = ReaderOptions & {heapMb?: number}

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
      [...members].find((member) => member.isIdle()) ??
      (members.size < threadsMax ? start() : undefined)
    const job = idle && waiting.next()
    if (job) idle.give(job)
  }

  function start(): Member {
    const member: Member = startMember(
      {file, reading},
      {heapMb, onIdle: next, onDone: (reason) => end(member, reason)},
    )
    members.add(member)
    return member
  }

  async function end(member: Member, reason: unknown): Promise<void> {
    members.delete(member)
    await member.end(reason)
    if (!waiting.isEmpty()) next()
  }

  async function close(): Promise<void> {
    isClosed = true
    for (const {reject} of waiting.clear()) reject(closed())
    await Promise.all([...members].map((member) => end(member, closed())))
  }

  return {ask, close, size: () => members.size}
}

function tooMany(): LakeError {
  const {status, body} = requestError(429, 'Too many long queries wait: ask again in a while')
  return new LakeError(status, body, {'retry-after': retryAfterSeconds})
}

const closed = () => requestError(404, 'The dataset was closed')
