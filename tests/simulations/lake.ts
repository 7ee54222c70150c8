/**
 * Several writers at once on a lake that is killed in the middle and opened again: each transaction that was
 * acknowledged is there, none is there in part, none twice, and a listener's replay equals the dataset.
 */
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {setTimeout as wait} from 'node:timers/promises'
import {isDeepStrictEqual} from 'node:util'
import {replica} from './lake/listener.ts'
import {
  applyToModel,
  type Content,
  type Model,
  type ModelTransaction,
  randomTransaction,
} from './lake/model.ts'
import {type LakeProcess, startLake} from './lake/process.ts'
import {type Simulation, seeded} from './simulation.ts'

const writers = 5
const lives = 3
const lifeMsMin = 60
const lifeMsMax = 700

type Row = Content & {_rev: string; _createdAt?: string; _updatedAt?: string}

/** What the round knows: the model, and transactions that nobody answered for when the lake was killed. */
type Round = {
  random: () => number
  model: Model
  open: Map<number, ModelTransaction>
  acknowledged: number
  problems: string[]
}

export const simulate: Simulation = async (seed) => {
  const dir = mkdtempSync(join(tmpdir(), 'lake-round-'))
  const model: Model = new Map()
  const random = seeded(seed)
  const round: Round = {random, model, open: new Map(), acknowledged: 0, problems: []}
  try {
    for (let life = 0; life < lives; life++) await live(dir, round, life)
    const last = await startLake(dir)
    await settle(last, round)
    await compare(last, round)
    await last.kill()
  } finally {
    rmSync(dir, {recursive: true, force: true})
  }
  const {problems, acknowledged} = round
  const line = `${acknowledged} transactions, ${lives} kills`
  return {passed: problems.length === 0, line: [line, ...problems.slice(0, 10)].join('\n  ')}
}

/** One life of the lake's process, from its start to SIGKILL. */
async function live(dir: string, round: Round, life: number): Promise<void> {
  const lake = await startLake(dir)
  if (life === 0) await send(lake, round, {id: 'tx-0', mutations: [{createOrReplace: counter}]})
  await settle(lake, round)
  await compare(lake, round)
  const listener = await replica(lake, () => everything(lake))
  const work = Array.from({length: writers}, (_, writer) => write(lake, round, {writer, life}))
  await wait(lifeMsMin + round.random() * (lifeMsMax - lifeMsMin))
  await lake.kill()
  await Promise.all(work)
  await listener.close()
  round.problems.push(...listener.problems)
  checkReplica(listener.copy, round)
}

const counter = {_id: 'counter', _type: 'counter', n: 0}

/** Sends transactions one after the other until the lake is gone; the last may or may not be in it. */
async function write(
  lake: LakeProcess,
  round: Round,
  {writer, life}: {writer: number; life: number},
): Promise<void> {
  const random = seeded(Math.floor(round.random() * 2 ** 32))
  for (let n = 0; ; n++) {
    const number = `${life}-${writer}-${n}`
    const transaction = randomTransaction(random, {writer, number, model: round.model})
    round.open.set(writer, transaction)
    try {
      await send(lake, round, transaction)
    } catch {
      return
    }
    round.open.delete(writer)
  }
}

/** Sends a transaction; the model follows once it is known to be in. */
async function send(
  {url, token}: LakeProcess,
  round: Round,
  transaction: ModelTransaction,
): Promise<void> {
  const response = await fetch(`${url}/v1/data/mutate/production`, {
    method: 'POST',
    headers: {authorization: `Bearer ${token}`},
    body: JSON.stringify({mutations: transaction.mutations, transactionId: transaction.id}),
  })
  const text = await response.text()
  const isIn = response.ok || text.includes('transactionAlreadyExistsError')
  if (!isIn) round.problems.push(`${transaction.id}: ${response.status} ${text}`)
  applyToModel(round.model, transaction)
  round.acknowledged += 1
}

/** Sends again what was open at the kill: its id tells whether it was in. */
async function settle(lake: LakeProcess, round: Round): Promise<void> {
  for (const transaction of round.open.values()) await send(lake, round, transaction)
  round.open.clear()
}

async function everything({url, token}: LakeProcess): Promise<Row[]> {
  const headers = {authorization: `Bearer ${token}`}
  const response = await fetch(`${url}/v1/data/query/production?query=*`, {headers})
  const {result} = (await response.json()) as {result: Row[]}
  return result
}

/** The dataset has to equal the model, the revision of each document included. */
async function compare(lake: LakeProcess, {model, problems}: Round): Promise<void> {
  const rows = await everything(lake)
  const found = new Map(rows.map((row) => [row._id, withoutTimes(row)]))
  for (const id of new Set([...found.keys(), ...model.keys()])) {
    const expected = model.get(id)
    const isShared = id === counter._id
    const same = isShared
      ? expected?.n === found.get(id)?.n
      : isDeepStrictEqual(found.get(id), expected)
    if (!same)
      problems.push(`${id}: ${JSON.stringify(found.get(id))}, not ${JSON.stringify(expected)}`)
  }
}

/** What the listener rebuilt may lack the last transactions, whose events the kill cut off, and no others. */
function checkReplica(copy: Map<string, Row>, {model, open, problems}: Round): void {
  const uncertain = new Set([...open.values()].flatMap(({mutations}) => mutations.map(idOf)))
  for (const [id, document] of copy) {
    const expected = model.get(id)
    if (uncertain.has(id) || id === counter._id || expected?._rev !== document._rev) continue
    if (isDeepStrictEqual(withoutTimes(document), expected)) continue
    problems.push(`${id}: the listener made ${JSON.stringify(document)}`)
  }
}

const idOf = (mutation: ModelTransaction['mutations'][number]): string => {
  if ('delete' in mutation) return mutation.delete.id
  if ('patch' in mutation) return mutation.patch.id
  return 'createOrReplace' in mutation
    ? mutation.createOrReplace._id
    : mutation.createIfNotExists._id
}

function withoutTimes({_createdAt, _updatedAt, ...rest}: Row) {
  return rest
}
