/**
 * Steps → dataset: packed, sent side by side, planned again where the dataset has moved on, taken apart where the lake
 * turns a document down.
 */
import pLimit from 'p-limit'
import {type PackContext, packAlone, packer, type Transaction} from './pack.ts'
import type {Step} from './plan/arrival.ts'
import {type Refusal, RefusedTransaction} from './target/failure.ts'
import type {Target} from './target.ts'

export const concurrencyDefault = 4
/** How often the dataset may move between reading and writing before a story is set aside. */
const roundsMax = 8
const roundWaitMs = 100

export type UploadContext = {
  target: Target
  pack: PackContext
  concurrency: number
  /** Reads the dataset again and plans the same stories anew. */
  replan: (steps: readonly Step[]) => Promise<Step[]>
  /** Before a transaction goes out; what it writes is durable when this returns. */
  sending: (transaction: Transaction) => void
  /** Once a transaction is durable. */
  committed: (transaction: Transaction) => void
  /** Each step once: written (or found to need nothing), or set aside with the lake's reason. */
  done: (step: Step) => void
  setAside: (step: Step, reason: string) => void
  /** In place of `done` for a step that no request can carry. */
  tooLarge: (step: Step, bytes: number) => void
  sleep: (milliseconds: number) => Promise<void>
  /** Once aborted nothing new is sent; what is under way ends. */
  signal?: AbortSignal
}

export async function upload(
  steps: AsyncIterable<Step> | Iterable<Step>,
  context: UploadContext,
): Promise<void> {
  const limit = pLimit(context.concurrency)
  const pack = packer(context.pack)
  const lanes = new Set<Promise<void>>()
  let failure: unknown
  const launch = (transaction: Transaction) => {
    const lane = limit(() => send(transaction, 0, context))
      .catch((error: unknown) => {
        failure ??= error
      })
      .finally(() => lanes.delete(lane))
    lanes.add(lane)
  }
  for await (const step of steps) {
    if (failure !== undefined || context.signal?.aborted) break
    if (step.mutations.length === 0) {
      context.done(step)
      continue
    }
    const closed = pack.add(step)
    if (closed && 'step' in closed) context.tooLarge(step, closed.bytes)
    else if (closed) launch(closed)
    // What is packed waits in memory: no more than one batch for each lane.
    while (lanes.size > context.concurrency) await Promise.race(lanes)
  }
  const rest = context.signal?.aborted || failure !== undefined ? undefined : pack.flush()
  if (rest) launch(rest)
  await Promise.all(lanes)
  if (failure !== undefined) throw failure
}

async function send(
  transaction: Transaction,
  round: number,
  context: UploadContext,
): Promise<void> {
  context.sending(transaction)
  try {
    await context.target.commit(transaction)
  } catch (error) {
    if (!(error instanceof RefusedTransaction)) throw error
    if (error.failure.kind === 'moved' && round < roundsMax) {
      return await sendAnew(transaction, round + 1, context)
    }
    return await takeApart(transaction, error, context)
  }
  context.committed(transaction)
  for (const step of transaction.steps) context.done(step)
}

/** The dataset has moved on since it was read: read it again, plan again, send again. */
async function sendAnew(
  {steps, id}: Transaction,
  round: number,
  context: UploadContext,
): Promise<void> {
  // Hosted Content Lake may show a query what it has written only a while later.
  if (round > 1) await context.sleep(roundWaitMs * 2 ** (round - 2))
  const again: Step[] = []
  for (const step of await context.replan(steps)) {
    if (step.mutations.length > 0) again.push(step)
    else context.done(step)
  }
  if (again.length > 0) {
    await send(packAlone(again, context.pack, `${id}:${round}`), round, context)
  }
}

/** Sends the halves by themselves, or the refused story and the others, until the bad one stands alone. */
async function takeApart(
  {steps, id}: Transaction,
  {message, failure}: RefusedTransaction,
  context: UploadContext,
): Promise<void> {
  const [first] = steps
  if (steps.length === 1 && first) return context.setAside(first, message)
  const refusals: readonly Refusal[] = 'refusals' in failure ? failure.refusals : []
  const named = new Set(refusals.flatMap((refusal) => refusal.id ?? []))
  const bad = steps.filter((step) => named.has(step.id) || named.has(step.record))
  const middle = steps.length >> 1
  const parts =
    bad.length > 0 && bad.length < steps.length
      ? [bad, steps.filter((step) => !bad.includes(step))]
      : [steps.slice(0, middle), steps.slice(middle)]
  for (const [at, part] of parts.entries()) {
    await send(packAlone(part, context.pack, `${id}/${at}`), 0, context)
  }
}
