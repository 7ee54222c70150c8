import {describe, expect, test} from '@jest/globals'
import type {SanityClient} from '@sanity/client'
import type {ImportRun} from '../../../importer/documents.ts'
import type {Mutation} from '../../../importer/mutations.ts'
import {emptyStep, type Step} from '../../../importer/plan/arrival.ts'
import {takeBack} from '../../../studio/imports/takeBack.ts'
import {type UndoPlan, undoingRun} from '../../../studio/imports/undo.ts'

const run: ImportRun = {
  _id: 'run.01ARZ3NDEKTSV4RRFFQ69G5FAV',
  _type: 'importRun',
  source: 'raw',
  startedAt: '2026-11-23T09:30:00.000Z',
}
const undoing = undoingRun('01BX5ZZKBKACTAV9WEVGEMMVRZ', {run, now: 0})

describe('taking a run back', () => {
  test('writes many stories at once, and marks the run when all are done', async () => {
    const {client, written} = lake()
    const {seen, watch} = watched()
    expect(await takeBack(client, planOf(1000), watch)).toEqual([])
    expect(deleted(written)).toHaveLength(1000)
    expect(written.length).toBeLessThan(50)
    expect(seen.at(-1)).toBe(1000)
    expect(JSON.stringify(written.at(-1))).toContain('"undoneBy"')
  })

  test('leaves alone what somebody has changed since, and takes its neighbours back', async () => {
    const {client, written} = lake({refuse: (ids) => (ids.includes('story-3') ? 409 : undefined)})
    expect(await takeBack(client, planOf(10), watched().watch)).toEqual([
      {file: '3.txt', reason: 'somebody has changed it since'},
    ])
    expect(deleted(written)).toHaveLength(9)
  })

  test('stops when told to, with the run open for the rest', async () => {
    const {client, written} = lake()
    const control = new AbortController()
    const watch = {progress: () => control.abort(), signal: control.signal}
    await expect(takeBack(client, planOf(1000), watch)).rejects.toThrow(/abort/i)
    expect(deleted(written).length).toBeGreaterThan(0)
    expect(deleted(written).length).toBeLessThan(1000)
    expect(JSON.stringify(written)).not.toContain('"undoneBy"')
  })

  test('ends where the lake cannot be reached, instead of trying each story', async () => {
    const {client, asked} = lake({refuse: () => 503})
    await expect(takeBack(client, planOf(1000), watched().watch)).rejects.toThrow('503')
    expect(asked()).toBe(1)
  })
})

function planOf(stories: number): UndoPlan {
  const steps = Array.from({length: stories}, (_, at): Step => {
    const id = `story-${at}`
    const step = emptyStep({
      kind: 'undo',
      outcome: 'update',
      file: `${at}.txt`,
      id,
      record: `import.${id}`,
      because: 'x'.repeat(10),
    })
    const text = 'x'.repeat(400)
    return {...step, mutations: [{delete: {id}}, {patch: {id: step.record, set: {text}}}]}
  })
  return {run, undoing, deletes: [], restores: [], kept: [], steps}
}

type Behaviour = {refuse?: (deletes: string[]) => number | undefined}

/** A client that keeps what is written, or answers with a status. */
function lake({refuse = () => undefined}: Behaviour = {}) {
  const written: Mutation[][] = []
  let requests = 0
  const mutate = async (mutations: Mutation[]) => {
    requests += 1
    const statusCode = refuse(deleted([mutations]))
    if (statusCode) throw Object.assign(new Error(`answered ${statusCode}`), {statusCode})
    written.push(mutations)
  }
  return {client: {mutate} as unknown as SanityClient, written, asked: () => requests}
}

function watched() {
  const seen: number[] = []
  const progress = (stories: number) => {
    seen.push(stories)
  }
  return {seen, watch: {progress, signal: new AbortController().signal}}
}

function deleted(transactions: readonly Mutation[][]): string[] {
  return transactions.flat().flatMap((one) => ('delete' in one ? one.delete.id : []))
}
