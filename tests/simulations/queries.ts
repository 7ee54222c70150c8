/**
 * Random queries on random datasets: with the plan that indexes answer, and plainly by groq-js over all
 * documents of the view. Both have to give the same.
 */
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {isDeepStrictEqual} from 'node:util'
import {evaluateSync, parse, toJS} from 'groq-js'
import {systemClock} from '../../lake/clock.ts'
import {type Dataset, openDataset} from '../../lake/dataset.ts'
import type {Variant} from '../../lake/document.ts'
import type {Slot} from '../../lake/query/bridge.ts'
import {evaluationOf} from '../../lake/query/evaluation.ts'
import {mend} from '../../lake/query/mend.ts'
import type {View, ViewOptions} from '../../lake/store/index.ts'
import {randomDataset} from './queries/dataset.ts'
import {parameters, randomQuery} from './queries/query.ts'
import {type Simulation, seeded} from './simulation.ts'

const queriesEach = 100
/** One of so many datasets is on disk, where threads answer what takes long. */
const seedsPerDisk = 2
/** How many queries see the dataset in one state. */
const queriesPerState = 10

/** One of so many queries is asked once more, of another state: what is kept has to follow. */
const timesNew = 4

const perspectives: ('raw' | Variant[])[] = [
  'raw',
  [''],
  ['drafts', ''],
  ['versions.r1', ''],
  ['versions.r2', 'versions.r1', 'drafts', ''],
]

export const simulate: Simulation = async (seed) => {
  if (seed % seedsPerDisk !== 0) return simulateIn(undefined, seed)
  const dir = mkdtempSync(join(tmpdir(), 'copydesk-queries-'))
  try {
    return await simulateIn(join(dir, 'simulation.sqlite'), seed)
  } finally {
    rmSync(dir, {recursive: true, force: true})
  }
}

async function simulateIn(file: string | undefined, seed: number): ReturnType<Simulation> {
  const random = seeded(seed)
  const wholePerWalkMax = Math.floor(random() * 2) * 1_000
  const walkedFirst = random() < 0.5 ? 1 : undefined
  const made = {clock: systemClock, projectId: 'local', wholePerWalkMax, walkedFirst}
  const dataset = openDataset('simulation', {...made, file})
  const stamp = {id: 'load', timestamp: '2026-01-01T00:00:00Z', author: ''}
  await dataset.store.load(randomDataset(random), stamp)
  const problems: string[] = []
  const asked: Question[] = []
  let found = 0
  for (let count = 0; count < queriesEach; count++) {
    if (count % queriesPerState === queriesPerState - 1) await change(dataset, random)
    const again = asked[Math.floor(random() * asked.length * timesNew)]
    const {query, options} = again ?? randomQuestion(random)
    if (!again) asked.push({query, options})
    const asking = dataset.asking('')
    const planned = await outcome(async () => {
      const {json} = await dataset.query({query, params: parameters}, options)
      return JSON.parse(typeof json === 'string' ? json : new TextDecoder().decode(json))
    })
    const plain = await outcome(() => runPlainly(query, dataset.view(options), asking))
    if (!isEmpty(plain)) found += 1
    if (isDeepStrictEqual(planned, plain)) continue
    problems.push(`${query} in ${options.perspective}: ${short(planned)}, plainly ${short(plain)}`)
  }
  await dataset.close()
  const line = `${queriesEach} queries, ${found} with results`
  return {passed: problems.length === 0, line: [line, ...problems.slice(0, 5)].join('\n  ')}
}

type Question = {query: string; options: ViewOptions}

function randomQuestion(random: () => number): Question {
  const perspective = perspectives[Math.floor(random() * perspectives.length)] ?? 'raw'
  const options = {perspective, loggedIn: random() < 0.8}
  return {query: randomQuery(random), options}
}

/** Indexes and what is kept have to follow what is written after they were made, and nothing that is taken back. */
async function change({store, mutate}: Dataset, random: () => number): Promise<void> {
  const stamp = {id: `load-${random()}`, timestamp: '2026-01-02T00:00:00Z', author: ''}
  await store.load(randomDataset(random), stamp)
  const query = '*[n == $n && count(*[references(^._id)]) == 0]'
  const taken = {_id: `d${Math.floor(random() * 12)}`, _type: 'page', title: 'news taken back'}
  const writes = [
    [{delete: {query, params: {n: Math.floor(random() * 5)}}}],
    [{createOrReplace: taken}, {create: taken}],
  ]
  for (const mutations of writes) await mutate(mutations, {author: ''}).catch(() => undefined)
}

function runPlainly(
  query: string,
  view: View,
  asking: {timestamp: Date; identity: string},
): unknown {
  const slots: Slot[] = []
  const tree = mend(parse(query, {params: parameters}), slots)
  const {options} = evaluationOf(
    {view, allowance: {deadline: Number.POSITIVE_INFINITY, steps: Number.POSITIVE_INFINITY}, slots},
    {params: parameters, timestamp: asking.timestamp, identity: asking.identity},
  )
  const result = toJS(evaluateSync(tree, {...options, dataset: view.all()}))
  return JSON.parse(JSON.stringify(result))
}

/** An error is an outcome, too: both ways have to refuse. */
async function outcome(run: () => unknown): Promise<unknown> {
  try {
    return await run()
  } catch {
    return 'refused'
  }
}

const isEmpty = (value: unknown): boolean =>
  value === null || value === 0 || (Array.isArray(value) && value.length === 0)

const short = (value: unknown): string => (JSON.stringify(value) ?? 'undefined').slice(0, 300)
