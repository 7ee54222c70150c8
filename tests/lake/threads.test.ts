import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, afterEach, beforeAll, describe, expect, test} from '@jest/globals'
import type {SanityClient} from '@sanity/client'
import {systemClock} from '../../lake/clock.ts'
import type {Document} from '../../lake/document.ts'
import {type OpenLake, openLake} from '../../lake/index.ts'
import {openThreads, type Threads} from '../../lake/threads/pool.ts'
import {connect} from './connect.ts'

const dir = mkdtempSync(join(tmpdir(), 'lake-threads-'))
const file = join(dir, 'datasets', 'production.sqlite')
const words = ['tide', 'harbour', 'council', 'bridge', 'night']
const pages: Document[] = Array.from({length: 3_000}, (_, n) => ({
  _id: `p${String(n).padStart(4, '0')}`,
  _type: 'page',
  n,
  title: `${words[n % 5]} ${words[n % 3]} ${n}`,
  link: {_ref: `p${String(n % 7).padStart(4, '0')}`},
}))
/** Goes on for hours, a comparison at a time. */
const endless = 'count(*[count(*[count(*[n > ^.n || n > ^.^.n]) > 5000 || n > ^.n]) > 5000]) == 1'

let lake: OpenLake
let memory: OpenLake
let client: SanityClient
beforeAll(async () => {
  lake = await openLake({dir})
  memory = await openLake()
  client = connect(lake)
  for (const one of [lake, memory]) await one.load('production', pages)
})
afterAll(async () => {
  await lake.close()
  await memory.close()
  rmSync(dir, {recursive: true, force: true})
})

test.each([
  ['count(*[length(title) > 14])', {}],
  ['*[title match "*bour"] | order(n desc)[0...5]{_id, title}', {}],
  ['*[_type == "page"]{n, "back": count(*[references(^._id)])}[0...9]', {}],
  ['*[@ match text::query($text)]._id', {text: 'harbour bridge'}],
  [
    '*[_type == "page" && n in $list]{"title": title + "!"}{"title": title + title}',
    {list: [3, 4]},
  ],
  ['count($list[count($list[@ > ^]) > 3])', {list: [1, 2, 3, 4, 5, 6]}],
])('%s is answered as a lake in memory answers it', async (query, params) => {
  expect(await client.fetch(query, params)).toEqual(await connect(memory).fetch(query, params))
})

describe('documents that are found by some attributes are answered whole', () => {
  const found = pages.filter(({title}) => String(title).endsWith('7'))
  const last = found.toReversed().slice(0, 3)

  test.each([
    ['*[title match "*7"]', found],
    ['*[title match "*7"]{..., "t": title}', found.map((page) => ({...page, t: page.title}))],
    ['*[title match "*7"] | order(n desc)[0...3]', last],
    [
      '*[_type == "page" && title match "*7"] | order(n desc)[0...3]{..., "m": n}',
      last.map((page) => ({...page, m: page.n})),
    ],
    ['(*[title match "*7"] | order(n desc))[0]', last[0]],
    ['*[title match "*7"][2].link', found[2]?.link],
  ])('%s', async (query, expected) => {
    for (let time = 0; time < 2; time++) expect(await client.fetch(query)).toEqual(expected)
  })
})

test('what few of very many documents meet is found, whether or not an index has their order', async () => {
  const many = Array.from({length: 9_500}, (_, n) => ({
    _id: `m${n}`,
    _type: 'many',
    n,
    title: `No ${n}`,
  }))
  await lake.load('many', many)
  const query = '*[_type == "many" && title match "*77"] | order(n desc)[0...100]{title, "m": n}'
  const found = many.filter(({title}) => title.endsWith('77')).toReversed()
  const expected = found.map(({title, n}) => ({title, m: n}))
  expect(expected).toHaveLength(95)
  for (const shown of [100, 40]) {
    const answer = await connect(lake, 'many').fetch(query.replace('100', String(shown)))
    expect(answer).toEqual(expected.slice(0, shown))
  }
})

test('quick queries are answered while one goes on that takes hours', async () => {
  const order: string[] = []
  const leaving = new AbortController()
  const search = new URLSearchParams({query: endless})
  const long = fetch(`${lake.url}/v1/data/query/production?${search}`, {signal: leaving.signal})
    .then(() => order.push('long'))
    .catch(() => 'left')
  for (let n = 10; n < 60; n++) {
    expect(await client.fetch('*[_id == $id][0].n', {id: `p00${n}`})).toBe(n)
    order.push('quick')
  }
  expect(await client.fetch('count(*[length(title) > 14])')).toBeGreaterThan(0)
  expect(order).toEqual(Array.from({length: 50}, () => 'quick'))
  leaving.abort()
  expect(await long).toBe('left')
})

test('whoever has written sees it', async () => {
  const query =
    '{"one": count(*[title match "*zzz"]), "other": count(*[link._ref == "zzz" && length(title) > 1])}'
  for (let n = 1; n <= 5; n++) {
    await client.create({
      _type: 'page',
      title: 'buzzzz',
      link: {_ref: 'zzz', _type: 'reference', _weak: true},
    })
    expect(await client.fetch(query)).toEqual({one: n, other: n})
  }
  await client.delete({query: '*[link._ref == "zzz"]'})
  expect(await client.fetch(query)).toEqual({one: 0, other: 0})
})

describe('what a mutation selects by a query that takes long', () => {
  const marked = () => client.fetch('*[_type == "page" && mark == "seen"] | order(_id)._id')
  const patch = (query: string, value: string) => ({patch: {query, set: {mark: value}}})

  test('is what the dataset holds when it is its turn', async () => {
    const long = '*[length(title) > 0 && title match "*99"]'
    const writes = [
      client.mutate([{createOrReplace: {_id: 'late', _type: 'page', title: 'late 99'}}]),
      client.mutate([patch(long, 'seen') as never]),
      client.mutate([{createOrReplace: {_id: 'later', _type: 'page', title: 'later 99'}}]),
    ]
    await Promise.all(writes)
    const found = pages.filter(({title}) => String(title).endsWith('99')).map(({_id}) => _id)
    expect(await marked()).toEqual(expect.arrayContaining(found))
    await client.mutate([patch(long, 'seen') as never])
    expect(await marked()).toEqual([...found, 'late', 'later'].toSorted())
    await client.delete({query: '*[length(title) > 0 && title match "late* 99"]'})
    expect(await marked()).toEqual(found)
    await client.mutate([patch(long, 'gone') as never])
    expect(await marked()).toEqual([])
  })

  test('may select no documents, or say nothing that can be understood', async () => {
    await client.delete({query: '*[length(title) > 500]'})
    for (const query of [
      '*[length(title) >',
      'count(*[length(title) > 3])',
      '*[length(title) > 3]{"_id": 1}',
    ]) {
      await expect(client.delete({query})).rejects.toMatchObject({statusCode: 400})
    }
  })
})

test('a dataset that is deleted ends its queries', async () => {
  await lake.load('shortlived', pages)
  const search = new URLSearchParams({query: endless})
  const long = fetch(`${lake.url}/v1/data/query/shortlived?${search}`)
  await connect(lake, 'shortlived').fetch('count(*[length(title) > 14])')
  await client.datasets.delete('shortlived')
  expect((await long).status).toBe(404)
  await client.datasets.create('shortlived')
  expect(await connect(lake, 'shortlived').fetch('count(*)')).toBe(0)
})

describe('a thread', () => {
  const options = {perspective: 'raw' as const, loggedIn: true}
  const asked = (query: string, msMax?: number) => {
    const asking = {
      identity: '',
      timestamp: systemClock.now(),
      projectId: 'local',
      dataset: 'production',
    }
    const limited = msMax === undefined ? asking : {...asking, msMax}
    return {query: {query, params: {}}, options, asking: limited, patient: false}
  }
  const three = new TextEncoder().encode('3')
  let threads: Threads
  afterEach(() => threads.close())

  /** Looks at no clock for minutes: groq-js alone is at work. */
  const list = `[${'{},'.repeat(500)}]`
  const unwatched = `count(${list}{"x": ${list}{"y": ${list}{"z": 1}}})`

  test('that takes too long is given up, whether or not it looks at the clock', async () => {
    threads = openThreads(file)
    for (const query of [endless, unwatched]) {
      await expect(threads.ask(asked(query, 200))).rejects.toMatchObject({
        status: 408,
        body: {error: {type: 'queryTimeoutError'}},
      })
    }
    expect(await threads.ask(asked('count(*[n < 3])'))).toMatchObject({answer: {json: three}})
  })

  test('that takes too much memory is ended, and the next one is answered', async () => {
    threads = openThreads(file, {heapMb: 40})
    const doubling = `{"x": [1]}${'{"x": x + x}'.repeat(27)}`
    await expect(threads.ask(asked(doubling))).rejects.toMatchObject({status: 413})
    expect(await threads.ask(asked('count(*[n < 3])'))).toMatchObject({answer: {json: three}})
  })

  test('has its turn for each who asks, however much another asks for', async () => {
    threads = openThreads(file)
    const order: string[] = []
    const ask = (who: string, query: string) => {
      const question = asked(query, 200)
      const asking = {...question.asking, identity: who}
      const note = () => order.push(who)
      return threads.ask({...question, asking}).then(note, note)
    }
    const greedy = Array.from({length: 8}, () => ask('greedy', endless))
    await ask('modest', 'count(*[n < 3])')
    expect(order.length).toBeLessThan(6)
    await Promise.all(greedy)
  })

  test('is not there once all is closed, and what waits is refused', async () => {
    threads = openThreads(file)
    const all = Array.from({length: 102}, () => threads.ask(asked(endless)))
    const settled = Promise.allSettled(all)
    expect(threads.size()).toBeGreaterThan(0)
    const refused = {status: 429, headers: {'retry-after': '5'}}
    await expect(threads.ask(asked(endless))).rejects.toMatchObject(refused)
    await threads.close()
    expect(threads.size()).toBe(0)
    for (const {status} of await settled) expect(status).toBe('rejected')
    await expect(threads.ask(asked('1'))).rejects.toMatchObject({status: 404})
  })
})
