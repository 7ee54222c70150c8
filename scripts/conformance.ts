import {readFileSync} from 'node:fs'
import {isDeepStrictEqual} from 'node:util'
import {gunzipSync} from 'node:zlib'
import {type OpenLake, openLake} from '../lake/index.ts'
import {command} from './command.ts'

type Dataset = {_type: 'dataset'; _id: string; documents: {_id: string; _type: string}[]}
type Case = {
  _type: 'test'
  _id: string
  name: string
  query: string
  params: Record<string, unknown> | null
  dataset: {_ref: string}
  valid: boolean
  result: unknown
  version?: string
}
type Answer = {result?: unknown; error?: {description?: string}}

/** The GROQ specification that the lake's queries follow, as a minor version of 1. */
const minorVersion = 2

const program = command('conformance')
  .description('Runs GROQ cases through the HTTP endpoint of a lake in memory.')
  .argument('<FILE>', 'NDJSON of datasets and tests, gzipped or not')
  .option('--verbose', 'say what was expected and what came')
  .parse()

const {verbose} = program.opts<{verbose?: boolean}>()
const lines = read(program.args[0] ?? '')
const lake = await openLake()
const datasets = new Set<string>()
for (const line of lines) {
  if (line._type !== 'dataset') continue
  datasets.add(line._id)
  await lake.load(nameOf(line._id), line.documents)
}

const count = {passed: 0, failed: 0}
for (const line of lines) {
  if (line._type !== 'test' || !applies(line)) continue
  const answer = await ask(lake, line)
  const passes = line.valid ? agrees(line.result, answer) : answer.error !== undefined
  count[passes ? 'passed' : 'failed']++
  if (!passes) report(line, answer)
}
await lake.close()
console.log(`${count.passed} passed, ${count.failed} failed`)
process.exitCode = count.failed === 0 ? 0 : 1

function read(file: string): (Dataset | Case)[] {
  try {
    return readLines(file)
  } catch (error) {
    return program.error(
      `${file} holds no GROQ cases that can be read: ${(error as Error).message}`,
    )
  }
}

function readLines(file: string): (Dataset | Case)[] {
  const bytes = readFileSync(file)
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))
}

function nameOf(id: string): string {
  return id
    .toLowerCase()
    .replace(/[^a-z0-9_-]/g, '-')
    .slice(0, 64)
}

function applies({version, dataset}: Case): boolean {
  const wanted = /^>= 1\.(\d+)$/.exec(version ?? '>= 1.0')
  return wanted !== null && Number(wanted[1]) <= minorVersion && datasets.has(dataset._ref)
}

async function ask({url, token}: OpenLake, {query, params, dataset}: Case): Promise<Answer> {
  const address = `${url}/vX/data/query/${nameOf(dataset._ref)}?perspective=raw`
  const body = JSON.stringify({query, params: params ?? {}})
  const headers = {authorization: `Bearer ${token}`, 'content-type': 'application/json'}
  const response = await fetch(address, {method: 'POST', headers, body})
  return (await response.json()) as Answer
}

/** Scores are a matter of taste: where results carry them, their ranks (`_pos`) are compared. */
function agrees(expected: unknown, {result, error}: Answer): boolean {
  if (error) return false
  if (isDeepStrictEqual(expected, result)) return true
  return (
    isScored(expected) && isScored(result) && isDeepStrictEqual(ranked(expected), ranked(result))
  )
}

type Scored = {_score?: number; _pos?: number}[]

function isScored(value: unknown): value is Scored {
  return Array.isArray(value) && value.some((item) => item?._score ?? item?._pos !== undefined)
}

function ranked(list: Scored): string[] {
  const scores = [...new Set(list.map(({_score = 0}) => _score))].sort((a, b) => b - a)
  const rankOf = ({_score, _pos}: Scored[number]) => _pos ?? scores.indexOf(_score ?? 0) + 1
  return list
    .map(({_score, _pos, ...rest}) => JSON.stringify([rankOf({_score, _pos}), rest]))
    .sort()
}

function report({_id, name, query, params, result, valid}: Case, answer: Answer): void {
  console.error(`${_id}: ${name}\n  ${query.trim().slice(0, 300)}`)
  if (!verbose) return
  if (params) console.error(`  params   ${JSON.stringify(params)}`)
  console.error(`  expected ${valid ? JSON.stringify(result)?.slice(0, 500) : 'a refusal'}`)
  console.error(`  found    ${JSON.stringify(answer.result ?? answer.error)?.slice(0, 500)}`)
}
