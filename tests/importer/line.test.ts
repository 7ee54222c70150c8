/**
 * Requests and what goes wrong with them: a lake that answers as it is told.
 */
import {createServer, type IncomingMessage, type ServerResponse} from 'node:http'
import type {AddressInfo} from 'node:net'
import {text} from 'node:stream/consumers'
import {afterEach, describe, expect, test} from '@jest/globals'
import {emptyStep, type Step} from '../../importer/plan/arrival.ts'
import {RefusedTransaction, TargetError} from '../../importer/target/failure.ts'
import {type Clock, pace} from '../../importer/target/pace.ts'
import {openTarget} from '../../importer/target.ts'
import {upload} from '../../importer/upload.ts'

type Answer = {status: number; body?: unknown; headers?: Record<string, string>} | 'hang up'
type Asked = {url: string; body: {transactionId?: string; mutations?: {create: {_id: string}}[]}}

let close: () => Promise<void> = async () => {}
afterEach(() => close())

/** A lake that answers as `answer` says; its clock only counts how long it would have slept. */
async function lake(answer: (asked: Asked, number: number) => Answer) {
  const asked: Asked[] = []
  const server = createServer(async (incoming: IncomingMessage, outgoing: ServerResponse) => {
    const body = await text(incoming)
    const one = {url: incoming.url ?? '', body: body === '' ? {} : JSON.parse(body)}
    asked.push(one)
    const given = answer(one, asked.length)
    if (given === 'hang up') return void incoming.socket.destroy()
    outgoing.writeHead(given.status, {'content-type': 'application/json', ...given.headers})
    outgoing.end(JSON.stringify(given.body ?? {}))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  close = () =>
    new Promise((resolve) => {
      server.closeAllConnections()
      server.close(() => resolve())
    })
  let time = 0
  const slept: number[] = []
  const clock: Clock = {
    now: () => time,
    sleep: async (milliseconds) => {
      slept.push(milliseconds)
      time += milliseconds
    },
    random: () => 0.5,
  }
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const address = {projectId: 'news', dataset: 'production', token: 'secret-token', url}
  return {asked, slept, clock, target: openTarget(address, {clock})}
}

const refusal = (status: number, type: string, more: object = {}): Answer => ({
  status,
  body: {
    error: {
      type: 'mutationError',
      description: 'no',
      items: [{error: {type, description: `because ${type}`, ...more}, index: 0}],
    },
  },
})
const fine: Answer = {status: 200, body: {transactionId: 't', results: []}}
const batch = {id: 't', body: '{"transactionId":"t","mutations":[]}', ids: ['a']}

describe('a request', () => {
  test('is sent again through broken connections, 500s and 429s, and heeds retry-after', async () => {
    const answers: Answer[] = [
      'hang up',
      {status: 503},
      {status: 429, headers: {'retry-after': '3'}},
      fine,
    ]
    const {target, asked, slept} = await lake((_asked, number) => answers[number - 1] as Answer)
    await target.commit(batch)
    expect(asked).toHaveLength(4)
    expect(new Set(asked.map(({body}) => body.transactionId))).toEqual(new Set(['t']))
    expect(target.stats).toEqual({requests: 4, retries: 3})
    expect(slept).toContain(3000)
  })

  test('that is wrong is sent once', async () => {
    const {target, asked} = await lake(() => refusal(400, 'mutationError'))
    await expect(target.commit(batch)).rejects.toBeInstanceOf(RefusedTransaction)
    expect(asked).toHaveLength(1)
  })

  test('that gets no answer for long ends the run', async () => {
    const {target} = await lake(() => 'hang up')
    const error = await target.commit(batch).catch((caught: unknown) => caught)
    expect(error).toBeInstanceOf(TargetError)
    expect(error).toMatchObject({reason: 'down'})
  })

  test.each([
    [401, 'Unauthorized', /SANITY_API_WRITE_TOKEN/],
    [403, 'Forbidden', /Editor role/],
    [404, 'Dataset "production" not found', /SANITY_STUDIO_DATASET/],
    [404, 'Project not found', /SANITY_STUDIO_PROJECT_ID/],
  ])('answered by %s %s says what to do, and tells no token', async (status, message, words) => {
    const {target} = await lake(() => ({status, body: {statusCode: status, error: 'no', message}}))
    const error = (await target.query('*').catch((caught: unknown) => caught)) as TargetError
    expect(error).toMatchObject({name: 'TargetError', reason: 'usage'})
    expect(error.message).toMatch(words)
    expect(JSON.stringify(error) + error.message + error.stack).not.toContain('secret-token')
  })

  test('resent after a lost answer counts as applied only where the document shows it', async () => {
    for (const rev of ['t', 'other']) {
      const {target} = await lake(({url}) =>
        url.includes('/mutate/')
          ? refusal(409, 'transactionAlreadyExistsError')
          : {status: 200, body: {documents: [{_id: 'a', _rev: rev}]}},
      )
      const outcome = target.commit(batch)
      if (rev === 't') await outcome
      else await expect(outcome).rejects.toMatchObject({failure: {kind: 'moved'}})
      await close()
    }
    close = async () => {}
  })
})

test('a pace spaces requests evenly, and slows down after a refusal', async () => {
  let time = 0
  const clock: Clock = {
    now: () => time,
    sleep: async (milliseconds) => {
      time += milliseconds
    },
    random: () => 0,
  }
  const tempo = pace(10, clock)
  for (let count = 0; count < 11; count++) await tempo.turn()
  expect(time).toBe(1000)
  tempo.refused(2000)
  await tempo.turn()
  expect(time).toBe(3000)
  await tempo.turn()
  expect(time).toBeCloseTo(3000 + 1000 / 7)
})

test('a token that may read but not write ends the run, with what to do', async () => {
  const {target, asked} = await lake(() => refusal(403, 'insufficientPermissionsError'))
  const failed = target.commit(batch)
  await expect(failed).rejects.toThrow(/may not do this in dataset production .*Editor role/)
  await expect(failed).rejects.toMatchObject({reason: 'usage'})
  expect(asked).toHaveLength(1)
})

test('no token is told with what goes wrong below', async () => {
  const {clock} = await lake(() => fine)
  const address = {projectId: 'news', dataset: 'production', url: 'http://127.0.0.1:1'}
  const target = openTarget({...address, token: 'sk SECRET\nX'}, {clock})
  await expect(target.commit(batch)).rejects.toThrow(/does not answer/)
  await expect(target.commit(batch)).rejects.not.toThrow(/SECRET/)
})

describe('an upload', () => {
  const step = (id: string): Step => ({
    ...emptyStep({
      kind: 'story',
      outcome: 'create',
      file: id,
      id,
      record: `import.${id}`,
      because: '',
    }),
    mutations: [{create: {_id: id, _type: 'article'}}],
  })
  const ids = Array.from({length: 16}, (_, at) => `article-${at}`)
  const created = ({body}: Asked) => (body.mutations ?? []).flatMap((one) => one.create?._id ?? [])

  async function uploadTo(
    answer: (asked: Asked, number: number) => Answer,
    replan?: (steps: readonly Step[]) => Step[],
  ) {
    const {target, asked, clock} = await lake(answer)
    const done: string[] = []
    const setAside: [string, string][] = []
    await upload(ids.map(step), {
      target,
      pack: {run: 'R', always: []},
      concurrency: 2,
      replan: async (steps) => (replan ? replan(steps) : [...steps]),
      sending: () => {},
      committed: () => {},
      done: ({id}) => done.push(id),
      setAside: ({id}, reason) => setAside.push([id, reason]),
      tooLarge: ({id}, bytes) => setAside.push([id, `${bytes} bytes`]),
      sleep: clock.sleep,
    })
    return {asked, done: done.sort(), setAside}
  }

  test('finds the bad document by halving where the lake does not name it', async () => {
    const bad = 'article-11'
    const {asked, done, setAside} = await uploadTo((one) =>
      created(one).includes(bad) ? refusal(400, 'validationError') : fine,
    )
    expect(setAside).toEqual([[bad, 'because validationError']])
    expect(done).toEqual(ids.filter((id) => id !== bad).sort())
    expect(asked.length).toBeLessThanOrEqual(2 * Math.log2(ids.length) + 1)
    expect(new Set(asked.map(({body}) => body.transactionId)).size).toBe(asked.length)
  })

  test('takes the bad document out at once where the lake names it', async () => {
    const bad = 'article-11'
    const {asked, setAside} = await uploadTo((one) =>
      created(one).includes(bad) ? refusal(400, 'validationError', {id: bad}) : fine,
    )
    expect(setAside).toHaveLength(1)
    expect(asked).toHaveLength(3)
  })

  test('plans again where documents have moved, and leaves what needs nothing any more', async () => {
    const {done, setAside} = await uploadTo(
      (_asked, number) => (number === 1 ? refusal(409, 'documentAlreadyExistsError') : fine),
      (steps) => steps.map((one, at) => (at === 0 ? {...one, mutations: []} : one)),
    )
    expect([done.length, setAside]).toEqual([ids.length, []])
  })

  test('stops with the error where the lake is gone', async () => {
    await expect(uploadTo(() => 'hang up')).rejects.toMatchObject({reason: 'down'})
  })
})
