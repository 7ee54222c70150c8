/**
 * Imports over a bad line, killed at random moments and started again, with an editor at work in between: the dataset
 * has to equal that of a run that nothing disturbed, no story twice, no edit lost, hardly a request more.
 */
import {spawn} from 'node:child_process'
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import type {SanityClient} from '@sanity/client'
import {limits} from '../../importer/pack.ts'
import {openLake} from '../../lake/index.ts'
import {editorAt} from '../importer/newsroom.ts'
import {writeCopy} from './copy.ts'
import {type BadLine, badLine, type FaultShares} from './faults.ts'
import {simulate as simulateMoves} from './moves.ts'
import {type Simulation, seeded} from './simulation.ts'

const stories = 2000
const copySeed = 2026
const editsEach = 5
const requestShareMax = 1.2
const shares: FaultShares = {busy: 0.04, limited: 0.04, lostRequest: 0.03, lostAnswer: 0.05}
const noFaults: FaultShares = {busy: 0, limited: 0, lostRequest: 0, lostAnswer: 0}

type Row = {_id: string; _type: string; title?: string}
type Fields = Record<string, unknown>
type Clean = {documents: Map<string, Row>; milliseconds: number; requests: number}

const home = mkdtempSync(join(tmpdir(), 'simulation-'))
const folder = join(home, 'wire')
writeCopy(folder, {stories, seed: copySeed})
process.on('exit', () => rmSync(home, {recursive: true, force: true}))
let clean: Clean | undefined

export const simulate: Simulation = async (seed) => {
  const [killed, moved] = [await simulateKills(seed), await simulateMoves(seed)]
  return {passed: killed.passed && moved.passed, line: `${killed.line}; ${moved.line}`}
}

const simulateKills: Simulation = async (seed) => {
  clean ??= await cleanRun()
  const random = seeded(seed)
  const desk = await openDesk(seed, {shares, random})
  const edits = new Map<string, string>()
  let kills = 0
  try {
    for (let attempt = 1; ; attempt++) {
      const last = attempt > 3 || (attempt > 1 && random() < 0.4)
      const code = await desk.run(last ? undefined : moment(random, clean))
      if (code === 0) break
      if (code !== null) return {passed: false, line: `ended with ${code}`}
      kills += 1
      await edit(desk.client, {random, edits})
    }
    const differences = compare(clean.documents, await documents(desk.client), edits)
    const {requests} = desk.line.applied
    const most = Math.ceil(clean.requests * requestShareMax)
    const passed = differences.length === 0 && requests <= most
    const sent = `${requests} of at most ${most} transactions`
    return {
      passed,
      line: [`${kills} kills, ${edits.size} edits, ${sent}`, ...differences].join('\n  '),
    }
  } finally {
    await desk.close()
  }
}

/** When to kill: at any time, or just after a transaction. */
type Moment = {milliseconds: number; transactions?: number}

function moment(random: () => number, {milliseconds, requests}: Clean): Moment {
  if (random() < 0.3) return {milliseconds: random() * milliseconds}
  return {milliseconds: random() * 30, transactions: 1 + Math.floor(random() * requests)}
}

async function cleanRun(): Promise<Clean> {
  const desk = await openDesk(0, {shares: noFaults, random: seeded(0)})
  const startedAt = performance.now()
  const code = await desk.run(undefined)
  if (code !== 0) throw new Error(`The undisturbed run ended with ${code}`)
  const {bytes, requests} = desk.line.applied
  const milliseconds = performance.now() - startedAt
  const all = await documents(desk.client)
  await desk.close()
  console.log(`undisturbed: ${stories} stories, ${requests} transactions, ${bytes} bytes`)
  // The end of a run is a transaction of its own.
  return {documents: all, milliseconds, requests: Math.ceil(bytes / limits.batchBytes) + 2}
}

async function openDesk(
  seed: number,
  {shares: faults, random}: {shares: FaultShares; random: () => number},
) {
  const lake = await openLake()
  const line = await badLine(lake.url, faults, random)
  const address = {projectId: 'local', dataset: 'production', url: line.url, token: lake.token}
  const options = {paths: [folder], target: address, stateFolder: join(home, `state-${seed}`)}
  const client = editorAt(lake)
  return {
    client,
    line,
    run: (kill: Moment | undefined) => runImporter(JSON.stringify(options), line, kill),
    async close() {
      await line.close()
      await lake.close()
      rmSync(options.stateFolder, {recursive: true, force: true})
    },
  }
}

/** Answers the exit code; null where it was killed. */
function runImporter(
  options: string,
  line: BadLine,
  kill: Moment | undefined,
): Promise<number | null> {
  const script = join(import.meta.dirname, 'importer.ts')
  const child = spawn(process.execPath, ['--import', 'tsx', script, options], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  let timer: NodeJS.Timeout | undefined
  const killSoon = (milliseconds: number) => {
    timer ??= setTimeout(() => child.kill('SIGKILL'), milliseconds)
  }
  let left = kill?.transactions ?? 0
  line.onApplied = () => {
    left -= 1
    if (kill?.transactions !== undefined && left === 0) killSoon(kill.milliseconds)
  }
  if (kill && kill.transactions === undefined) killSoon(kill.milliseconds)
  return new Promise((resolve) => {
    child.on('exit', (code) => {
      clearTimeout(timer)
      resolve(code)
    })
  })
}

async function edit(
  client: SanityClient,
  {random, edits}: {random: () => number; edits: Map<string, string>},
): Promise<void> {
  const ids = await client.fetch<string[]>('*[_type == "article"] | order(_id)._id')
  for (let count = 0; ids.length > 0 && count < editsEach; count++) {
    const id = ids[Math.floor(random() * ids.length)] as string
    const title = `Edited by hand ${Math.floor(random() * 1e9)}`
    await client.patch(id).set({title}).commit()
    edits.set(id, title)
  }
}

/** All documents by id, without what differs from run to run. */
async function documents(client: SanityClient): Promise<Map<string, Row>> {
  const rows = await client.fetch<Row[]>('*[_type in ["article", "section", "importRecord"]]')
  return new Map(
    rows.map((row) => {
      const {_rev, _createdAt, _updatedAt, run, runs, ...rest} = row as Row &
        Record<string, unknown>
      return [row._id, rest as Row]
    }),
  )
}

/** What differs, document by document; no more than three. */
function compare(
  expected: ReadonlyMap<string, Row>,
  found: ReadonlyMap<string, Row>,
  edits: ReadonlyMap<string, string>,
): string[] {
  const ids = [...new Set([...expected.keys(), ...found.keys()])]
  const differences = ids.flatMap((id) => {
    const title = edits.get(id)
    const wanted = {...expected.get(id), ...(title === undefined ? {} : {title})} as Fields
    const given = (found.get(id) ?? {}) as Fields
    const names = [...new Set([...Object.keys(wanted), ...Object.keys(given)])]
    const different = names.filter((name) => sorted(wanted[name]) !== sorted(given[name]))
    return different.length > 0 ? [`${id}: ${different.join(', ')}`] : []
  })
  return differences.slice(0, 3)
}

function sorted(value: unknown): string {
  return JSON.stringify(value, (_name, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([one], [two]) => (one < two ? -1 : 1)))
      : part,
  )
}
