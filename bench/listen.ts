/** Listeners: how soon all have heard of a transaction, and what those cost whom it does not concern. */
import {join} from 'node:path'
import {setTimeout as sleep} from 'node:timers/promises'
import {dataset, post, type ServedLake, serveLake} from './lakes.ts'
import {openListeners} from './listen/listeners.ts'
import {quantile, secondsOf} from './measure.ts'
import {answerTime, atLeast, atMost, type Benchmark, type Row, rate} from './row.ts'

const few = 10
const many = 1000
const transactionsPerSecond = 50
const transactions = 60
/** Of all transactions; the rest may meet a hiccup of the machine. */
const share = 0.95
const msMax = 100
const hearingMsMax = 60_000
const idleTransactions = 100
/** Of the speed with few listeners. */
const idleRatioMin = 0.8

const concerned = (): string => '*[_type == "note"]'
const unconcerned = (index: number): string => `*[_id == "elsewhere-${index}"]`

export const listen: Benchmark = async function* ({folder}) {
  const lake = await serveLake(join(folder, 'lake'))
  try {
    yield await reachRow(lake)
    yield await idleRow(lake)
  } finally {
    await lake.stop()
  }
}

async function reachRow(lake: ServedLake): Promise<Row> {
  const fewSeconds = await reachSeconds(lake, few)
  const seconds = await reachSeconds(lake, many)
  return {
    name: 'listen',
    ...answerTime(many, seconds),
    ratio: fewSeconds / seconds,
    against: `itself with ${few}, ${(fewSeconds * 1000).toFixed(1)} ms`,
    ...atMost(`ms until all have heard of ${share * 100} %`, seconds * 1000, msMax),
  }
}

/** Transactions at an even pace, each timed from its sending until the last listener has heard of it. */
async function reachSeconds(lake: ServedLake, count: number): Promise<number> {
  const listeners = await openListeners(lake, Array.from({length: count}, concerned))
  const taken: Promise<number>[] = []
  const start = performance.now()
  for (let number = 0; number < transactions; number++) {
    await sleep(Math.max(0, start + (number * 1000) / transactionsPerSecond - performance.now()))
    taken.push(hearing(lake, listeners.heardByAll, `reach-${count}-${number}`))
  }
  const seconds = await Promise.race([Promise.all(taken), tooLate()])
  listeners.close()
  return quantile(seconds, share)
}

async function hearing(
  lake: ServedLake,
  heardByAll: (transactionId: string) => Promise<number>,
  transactionId: string,
): Promise<number> {
  const start = performance.now()
  const heard = heardByAll(transactionId)
  await write(lake, transactionId)
  return ((await heard) - start) / 1000
}

async function tooLate(): Promise<never> {
  await sleep(hearingMsMax, undefined, {ref: false})
  throw new Error(`After ${hearingMsMax} ms some listeners had not heard of all transactions.`)
}

async function idleRow(lake: ServedLake): Promise<Row> {
  const fewSeconds = await idleSeconds(lake, few)
  const seconds = await idleSeconds(lake, many)
  const ratio = fewSeconds / seconds
  return {
    name: 'listen-unconcerned',
    ...rate(idleTransactions, seconds),
    ratio,
    against: `itself with ${few}, ${Math.round(idleTransactions / fewSeconds)} transactions a second`,
    ...atLeast('ratio', ratio, idleRatioMin),
  }
}

/** Transactions one after the other, none of which concerns a listener. */
async function idleSeconds(lake: ServedLake, count: number): Promise<number> {
  const queries = Array.from({length: count}, (_, index) => unconcerned(index))
  const listeners = await openListeners(lake, queries)
  const seconds = await secondsOf(async () => {
    for (let number = 0; number < idleTransactions; number++) {
      await write(lake, `idle-${count}-${number}`)
    }
  })
  listeners.close()
  return seconds
}

function write(lake: ServedLake, transactionId: string): Promise<unknown> {
  const note = {_id: 'note', _type: 'note', text: transactionId}
  const mutations = [{createOrReplace: note}]
  return post(lake, `/data/mutate/${dataset}`, {transactionId, mutations})
}
