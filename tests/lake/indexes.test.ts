import {afterEach, beforeEach, describe, expect, jest, test} from '@jest/globals'
import {evaluate, parse} from 'groq-js'
import {systemClock} from '../../lake/clock.ts'
import {type Dataset, openDataset} from '../../lake/dataset.ts'
import type {Document} from '../../lake/document.ts'
import {runQuery} from '../../lake/query/index.ts'
import type {View, ViewOptions} from '../../lake/store/index.ts'

let dataset: Dataset
beforeEach(() => {
  dataset = openDataset('ds', {clock: systemClock, projectId: 'local'})
})
afterEach(() => dataset.store.close())

const load = (documents: Document[]) =>
  dataset.store.load(documents, {
    id: systemClock.newId(),
    timestamp: '2026-01-01T00:00:00Z',
    author: '',
  })

const published = {perspective: [''], loggedIn: false} as const
const options = {...published, perspective: [...published.perspective]}

/** Asks with a view that notes how many documents it hands out. */
function ask(query: string, params: Record<string, unknown> = {}, seen: ViewOptions = options) {
  let read = 0
  const counted = <T>(items: Iterable<T> | undefined) =>
    items &&
    (function* () {
      for (const item of items) {
        read++
        yield item
      }
    })()
  const view = dataset.view(seen)
  const watched: View = {
    ...view,
    all: () => {
      throw new Error('All documents were asked for at once')
    },
    each: (...given) => counted(view.each(...given)),
    everything: () => counted(view.everything()) ?? [],
    walk: (walk) => counted(view.walk(walk)),
  }
  return {result: runQuery({query, params}, watched, dataset.asking('')), read: () => read}
}

/** What groq-js finds in all documents. */
async function askPlain(query: string, params: Record<string, unknown>): Promise<unknown> {
  const documents = dataset.view(options).all()
  const value = await evaluate(parse(query, {params}), {dataset: documents, params})
  return value.get()
}

const pages = Array.from({length: 300}, (_, index) => ({
  _id: `p${String(index).padStart(3, '0')}`,
  _type: 'page',
  _createdAt: `2026-01-01T00:${String(index % 60).padStart(2, '0')}:00Z`,
  section: {_ref: `s${index % 3}`},
  tags: index === 7 ? ['rare', 'common'] : ['common'],
}))

describe('a query reads as few documents as its answer needs', () => {
  beforeEach(async () => {
    await load([...pages, ...['s0', 's1', 's2'].map((_id) => ({_id, _type: 'section'}))])
  })

  test.each([
    ['*[_type == "page"] | order(coalesce(publishedAt, _createdAt) desc, _id desc)[0...5]._id', 8],
    ['*[_type == "page" && section._ref == $id] | order(_createdAt)[0...2]._id', 4],
    [
      '*[_type == "section"]{"list": *[_type == "page" && section._ref == ^._id] | order(_createdAt desc)[0]._id}',
      12,
    ],
    [
      '*[_type == "page" && (_createdAt > $at || (_createdAt == $at && _id > $page))] | order(_createdAt, _id)[0...3]._id',
      4,
    ],
    ['*[_type == "page" && _id > $page] | order(_id)[0...3]._id', 4],
    ['*[_type == "page"][0]._id', 2],
    ['*[_type == "page" && $tag in tags]._id', 1],
    ['*[_type == "page" && count(tags[@ in $tags]) > 0]._id', 1],
    ['*[_type == "page" && defined(tags[1])]._id', 1],
    ['*[_type == "page" && !(tags[1] == "common")] | order(_createdAt desc)[0...2]._id', 4],
    ['*[_type == "page" && count(tags) > $tagsMin && section._ref == $id]._id', 1],
    ['*[_type == "page" && section._ref == $id && _createdAt > $late]._id', 5],
    ['*[_type == "page" && section._ref == $id][0...2].tags', 3],
    ['count(*[_type == "page" && count(tags) > 1])', 0],
    ['count(*[_type == "page"])', 0],
    ['count(*[_type == "page" && section._ref == $id])', 0],
  ])('%s', async (query, readMax) => {
    const params = {
      id: 's1',
      at: '2026-01-01T00:30:00Z',
      page: 'p100',
      tag: 'rare',
      tags: ['rare', 'missing'],
      tagsMin: 1,
      late: '2026-01-01T00:57:00Z',
    }
    const {result, read} = ask(query, params)
    expect(result).toEqual(await askPlain(query, params))
    expect(result).not.toEqual([])
    expect(read()).toBeLessThanOrEqual(readMax)
  })
})

test('a list of drafts reads drafts alone, while they are few', async () => {
  const drafts = pages.slice(0, 4).map((page) => ({...page, _id: `drafts.${page._id}`}))
  await load([...pages, ...drafts])
  const filter = '_type == "page" && (_originalId in path("drafts.**") || _id in path("drafts.**"))'
  const query = `*[${filter}] | order(_createdAt desc)[0...100]._id`
  const {result, read} = ask(query, {}, {perspective: ['drafts', ''], loggedIn: true})
  expect(result).toEqual(['p003', 'p002', 'p001', 'p000'])
  expect(read()).toBe(4)
})

test('counts follow what is written, and what is taken back', async () => {
  const count = async () =>
    JSON.parse(
      String((await dataset.query({query: 'count(*[_type == "page"])', params: {}}, options)).json),
    )
  expect(await count()).toBe(0)
  await load(pages.slice(0, 3))
  expect(await count()).toBe(3)
  const failing = [{delete: {id: 'p000'}}, {create: {_id: 'p001', _type: 'page'}}]
  await expect(dataset.mutate(failing, {author: ''})).rejects.toThrow()
  expect(await count()).toBe(3)
  await dataset.mutate([{delete: {id: 'p000'}}, {create: {_id: 'drafts.p9', _type: 'page'}}], {
    author: '',
  })
  expect(await count()).toBe(2)
})

test('an index that is built on the way takes in what is written meanwhile', async () => {
  const many = Array.from(
    {length: 1_200},
    (_, index) => ({...pages[0], _id: `m${index}`}) as Document,
  )
  await load(many)
  const query = {query: 'count(*[_type == "page" && section._ref == "s0"])', params: {}}
  let ms = 0
  jest.spyOn(performance, 'now').mockImplementation(() => {
    ms += 400
    return ms
  })
  await dataset.query(query, options)
  jest.restoreAllMocks()
  await dataset.mutate([{delete: {id: 'm1'}}, {delete: {id: 'm1199'}}], {author: ''})
  dataset.store.finishIndexes()
  expect((await dataset.query(query, options)).json).toBe('1198')
})

test('where indexes are too many, those make room that were not asked for lately', async () => {
  const names = Array.from({length: 70}, (_, index) => `p${index}`)
  await load([{_id: 'a', _type: 'page', ...Object.fromEntries(names.map((name) => [name, 'x']))}])
  let ms = 0
  jest.spyOn(performance, 'now').mockImplementation(() => ms)
  for (const name of [...names, ...names.slice(0, 3)]) {
    ms += 1_000
    const {result, read} = ask(`*[_type == "page" && ${name} != "y" && n == $n]._id`, {n: 1})
    expect([result, read()]).toEqual([[], 0])
    dataset.store.finishIndexes()
  }
  jest.restoreAllMocks()
})

test('queries beyond the most indexes there may be read what they need', async () => {
  const names = Array.from({length: 70}, (_, index) => `p${index}`)
  await load([{_id: 'a', _type: 'page', ...Object.fromEntries(names.map((name) => [name, 'x']))}])
  for (const name of names) {
    const filter = `_type == "page" && ${name} == $x`
    const query = `{"n": count(*[${filter}]), "list": *[${filter}]._id, "first": *[${filter}] | order(${name})[0]._id}`
    const {json} = await dataset.query({query, params: {x: 'x'}}, options)
    expect(JSON.parse(String(json))).toEqual({n: 1, list: ['a'], first: 'a'})
  }
})
