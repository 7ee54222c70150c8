import {afterAll, beforeAll, describe, expect, test} from '@jest/globals'
import type {SanityClient} from '@sanity/client'
import {type OpenLake, openLake} from '../../lake/index.ts'
import {connect} from './connect.ts'

let lake: OpenLake
let client: SanityClient
const block = (text: string) => ({_type: 'block', children: [{_type: 'span', text}]})

beforeAll(async () => {
  lake = await openLake()
  client = connect(lake)
  await lake.load('production', [
    {
      _id: 'a',
      _type: 'page',
      title: 'Hello wörld',
      body: [block('A tide of news')],
      to: {_ref: 'b'},
    },
    {_id: 'b', _type: 'page', title: 'The vote', body: [block('Hello again, world and tide')]},
    {_id: 'c', _type: 'note', title: 'Nothing', to: {_ref: 'b', _weak: true}},
    {_id: 'drafts.b', _type: 'page', title: 'The vote, edited'},
    {_id: 'versions.r1.b', _type: 'page', title: 'The vote in r1'},
    {_id: 'versions.r2.b', _type: 'page', title: 'The vote in r2'},
    {_id: 'versions.r2.d', _type: 'page', title: 'Only in r2'},
    {_id: 'drafts.e', _type: 'page', title: 'Only a draft'},
    {_id: 'g', _type: 'leaving', title: 'To go'},
    {_id: 'drafts.g', _type: 'leaving', title: 'To go, edited'},
    {_id: 'versions.r3.g', _type: 'leaving', title: 'To go', _system: {delete: true}},
  ])
})
afterAll(() => lake.close())

const ask = (query: string, params = {}) => client.fetch(query, params)

describe('perspectives', () => {
  const titles: [string | string[], Record<string, string>][] = [
    ['published', {a: 'Hello wörld', b: 'The vote'}],
    ['drafts', {a: 'Hello wörld', b: 'The vote, edited', e: 'Only a draft'}],
    [['r1'], {a: 'Hello wörld', b: 'The vote in r1'}],
    [['r2', 'r1'], {a: 'Hello wörld', b: 'The vote in r2', d: 'Only in r2'}],
    [['r1', 'drafts'], {a: 'Hello wörld', b: 'The vote in r1', e: 'Only a draft'}],
  ]
  test.each(titles)(
    '%s shows the first variant of each document',
    async (perspective, expected) => {
      const options = {perspective: perspective as 'published'}
      const rows = await client.fetch('*[_type == "page"]{_id, title}', {}, options)
      const found = rows.map(({_id, title}: {_id: string; title: string}) => [_id, title])
      expect(Object.fromEntries(found)).toEqual(expected)
    },
  )

  test('references lead to what the perspective shows', async () => {
    const query = '*[_id == "a"][0].to->{_originalId, title}'
    expect(await client.fetch(query, {}, {perspective: 'drafts'})).toEqual({
      _originalId: 'drafts.b',
      title: 'The vote, edited',
    })
  })

  test('the default is raw for old API versions and published for new ones', async () => {
    const count = (apiVersion: string) => client.withConfig({apiVersion}).fetch('count(*)')
    expect([await count('1'), await count('2024-01-01'), await count('2025-02-19')]).toEqual([
      7, 7, 4,
    ])
  })

  test('versions are there for those API versions alone that know of them', async () => {
    const query =
      '[*[_id in path("versions.**")]._id, count(*[_type == "leaving"]), *[_id == "versions.r2.d"]._id]'
    const seen = (apiVersion: string) =>
      client.withConfig({apiVersion, perspective: 'raw'}).fetch(query)
    expect(await seen('2025-02-18')).toEqual([[], 2, []])
    const ids = ['versions.r1.b', 'versions.r2.b', 'versions.r2.d', 'versions.r3.g']
    expect(await seen('2025-02-19')).toEqual([ids, 3, ['versions.r2.d']])
  })

  test('a release that will unpublish a document shows it no more', async () => {
    const ids = (perspective: string[]) =>
      client.fetch('*[_type == "leaving" || _id == "g"]._originalId', {}, {perspective})
    expect(await ids(['r3'])).toEqual([])
    expect(await ids(['r3', 'drafts'])).toEqual([])
    expect(await ids(['r1', 'r3'])).toEqual([])
    expect(await ids(['drafts', 'r3'])).toEqual(['drafts.g'])
    const get = '{"get": documents::get("g").title, "count": count(*[_type == "leaving"])}'
    expect(await client.fetch(get, {}, {perspective: ['r3']})).toEqual({get: null, count: 0})
  })
})

describe('text', () => {
  test('match passes over diacritics, in the text and in the pattern', async () => {
    expect(await ask('*[title match "world"]._id')).toEqual(['a'])
    expect(await ask('*[title match "wôrl*"]._id')).toEqual(['a'])
    expect(await ask('*[pt::text(body) match "WÖRLD"]._id')).toEqual(['b'])
  })

  const searches: [string, string[]][] = [
    ['world', ['a', 'b']],
    ['wor* tide', ['a', 'b']],
    ['"hello world"', ['a']],
    ['hello -vote', ['a']],
    ['-hello', ['c', 'g']],
    ['nowhere', []],
    ['*', ['a', 'b', 'c', 'g']],
    ['* tide', ['a', 'b']],
    ['', ['a', 'b', 'c', 'g']],
  ]
  test.each(searches)('text::query finds %s', async (text, ids) => {
    const query = '*[[@, _id] match text::query($text)]._id'
    expect(await ask(query, {text})).toEqual(ids)
  })

  test('text::query looks at one field, too, Portable Text among them', async () => {
    expect(await ask('*[title match text::query("hello")]._id')).toEqual(['a'])
    expect(await ask('*[body match text::query("again tide")]._id')).toEqual(['b'])
  })

  test('the search that Studio sends by default ranks its finds', async () => {
    const query = `// findability-mvi:5
      *[_type in $__types] | score(
        boost(_type in ["page"] && title match text::query($__query), 10),
        [@, _id] match text::query($__query) || references($__rawQuery)
      ) [_score > 0] {_type, _id, _originalId, "orderings": [_score]} | order(_score desc) [0...$__limit]`
    const params = {__types: ['page', 'note'], __limit: 11, __query: 'hello*', __rawQuery: 'hello'}
    const found = await client.fetch(query, params, {perspective: 'drafts'})
    expect(found.map(({_id}: {_id: string}) => _id)).toEqual(['a'])
    expect(found[0].orderings[0]).toBeGreaterThan(10)
  })

  test('what is changed is found as it is now', async () => {
    await client.create({_id: 'f', _type: 'late', title: 'zebra'})
    const find = () => ask('*[_type == "late" && @ match text::query("zebra")]._id')
    expect(await find()).toEqual(['f'])
    await client.patch('f').set({title: 'lion'}).commit()
    expect(await find()).toEqual([])
    await client.delete('f')
  })
})

describe('functions that groq-js lacks', () => {
  test('documents::get reads by reference or id', async () => {
    const query = '*[_id == "a"][0]{"r": documents::get(to).title, "i": documents::get("b").title}'
    expect(await ask(query)).toEqual({r: 'The vote', i: 'The vote'})
  })

  test('documents::incomingRefCount counts who refers', async () => {
    expect(await ask('*[_id == "b"][0]{"n": documents::incomingRefCount()}.n')).toBe(2)
  })
})

describe('parameters and errors', () => {
  test('parameters may stand where GROQ wants constants', async () => {
    expect(await ask('*[$from...$to]._id', {from: 1, to: 3})).toEqual(['b', 'c'])
    expect(await ask('*[$from...$to]._id', {from: 0, to: 1})).toEqual(['a'])
    expect(await ask('*[_id == "a"][0][$field]', {field: 'title'})).toBe('Hello wörld')
  })

  test('a parameter that is not given is refused', async () => {
    await expect(ask('*[_id == $id]')).rejects.toMatchObject({statusCode: 400})
  })

  test('a query that does not parse is refused with the place', async () => {
    const error = {type: 'queryParseError', description: expect.any(String), query: '*[', start: 1}
    await expect(ask('*[')).rejects.toMatchObject({response: {body: {error}}})
  })

  test('a source map is not made, and asking for it does no harm', async () => {
    const options = {filterResponse: false, resultSourceMap: true} as const
    const answer = await client.fetch('*[_id == "c"].title', {}, options)
    expect(answer.result).toEqual(['Nothing'])
    expect(answer).not.toHaveProperty('resultSourceMap')
  })

  test('the query comes back when it is asked for', async () => {
    const whole = await client.fetch('1 + 1', {}, {filterResponse: false})
    expect(whole).toMatchObject({result: 2, query: '1 + 1', ms: expect.any(Number)})
  })
})
