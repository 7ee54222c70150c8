import {afterEach, beforeEach, describe, expect, test} from '@jest/globals'
import {linkHash} from '../../importer/build/content.ts'
import {planHeal} from '../../importer/plan/heal.ts'
import {weak} from '../../importer/references.ts'
import {copy, type Newsroom, openNewsroom, passages} from './newsroom.ts'

let room: Newsroom
beforeEach(async () => {
  room = await openNewsroom()
})
afterEach(() => room.close())

const [A, B, C, D] = passages

test('healing writes what a link is given, and no more of the story', () => {
  const link = (title: string, _key: string) => ({_type: 'relatedLink' as const, _key, title})
  const links = [link('Night Bus Returns', 'k1'), link('Nobody Wrote This', 'k"2')]
  const document = {_id: 'article-1', _type: 'article', title: 'Bridge', relatedLinks: links}
  const base = {fields: {}, body: [], links: links.map((one) => ({hash: linkHash(one)}))}
  const record = {_id: 'import.article-1', _rev: 'r', base: JSON.stringify(base)}
  const found = {article: weak('article-2'), match: 'exact' as const, confidence: 1}
  const step = planHeal('article-1', {record, variants: [{document, rev: 'r1'}]} as never, {
    run: '01',
    resolved: (title) => (title === 'Night Bus Returns' ? found : {}),
  })
  const place = 'relatedLinks[_key=="k1"]'
  const set = {
    [`${place}.article`]: found.article,
    [`${place}.match`]: 'exact',
    [`${place}.confidence`]: 1,
  }
  expect(step?.mutations[0]).toEqual({patch: {id: 'article-1', ifRevisionID: 'r1', set}})
})

describe('links', () => {
  const titles = {
    'a.txt': 'Fostering a More Humane World: The 28th Eurasian Economic Summit',
    'b.txt': 'Protecting the Old Town for a Sustainable Future',
  }

  test('are found within one run, however they are spelled or cut', async () => {
    room.put({
      'a.txt': copy({title: titles['a.txt']}),
      'b.txt': copy({title: titles['b.txt'], body: [B]}),
      'c.txt': copy({
        title: 'Night Bus Returns',
        body: [C],
        related: [
          'Fostering a More Humane World: The 28th Eurasian Economic Summi',
          'PROTECTING the Old Town — for a sustainable future',
          'A Story That Nobody Has Written Yet',
        ],
      }),
    })
    const {summary} = await room.run()
    expect(summary.links).toEqual({resolved: 2, unresolved: 1})
    const {relatedLinks} = await room.article('c.txt')
    expect(relatedLinks).toMatchObject([
      {article: {_ref: room.idOf('a.txt'), _weak: true}, match: 'prefix'},
      {article: {_ref: room.idOf('b.txt')}, match: 'normalised'},
      {title: 'A Story That Nobody Has Written Yet'},
    ])
    expect(relatedLinks?.[2]?.article).toBeUndefined()
  })

  test('heal when the missing story arrives days later', async () => {
    const related = [titles['a.txt'], titles['b.txt']]
    room.put({'c.txt': copy({title: 'Night Bus Returns', related})})
    await room.run()
    room.put({'a.txt': copy({title: titles['a.txt'], body: [A]})})
    const {summary} = await room.run()
    expect(summary).toMatchObject({created: 1, unchanged: 1})
    expect((await room.article('c.txt')).relatedLinks).toMatchObject([
      {article: {_ref: room.idOf('a.txt')}, match: 'exact'},
      {title: titles['b.txt']},
    ])
    expect((await room.run()).summary.writes).toBe(0)
  })

  test('that were guessed lead to the story of just that title once it comes', async () => {
    const cut = 'Protecting the Old Town for a Sust'
    room.put({
      'b.txt': copy({title: titles['b.txt'], body: [B]}),
      'c.txt': copy({title: 'Night Bus Returns', body: [C], related: [cut]}),
    })
    await room.run()
    const link = async () => (await room.article('c.txt')).relatedLinks?.[0]
    expect(await link()).toMatchObject({match: 'prefix', article: {_ref: room.idOf('b.txt')}})
    room.put({'d.txt': copy({title: cut, body: [D]})})
    await room.run()
    expect(await link()).toMatchObject({match: 'exact', article: {_ref: room.idOf('d.txt')}})
    expect((await room.run()).summary.writes).toBe(0)
  })

  test('that an editor took out or chose stay so', async () => {
    const related = [titles['a.txt'], titles['b.txt']]
    room.put({
      'a.txt': copy({title: titles['a.txt'], body: [A]}),
      'c.txt': copy({title: 'Night Bus Returns', body: [C], related}),
    })
    await room.run()
    const own = {_type: 'reference', _ref: room.idOf('a.txt'), _weak: true}
    await room.client
      .patch(room.idOf('c.txt'))
      .unset(['relatedLinks[0].article', 'relatedLinks[0].match'])
      .set({'relatedLinks[1].article': own, 'relatedLinks[1].match': 'editor'})
      .commit()
    room.put({
      'b.txt': copy({title: titles['b.txt'], body: [B]}),
      'c.txt': copy({title: 'Night Bus Returns', body: [C, D], related}),
    })
    await room.run()
    const {relatedLinks} = await room.article('c.txt')
    expect(relatedLinks?.[0]?.article).toBeUndefined()
    expect(relatedLinks?.[1]).toMatchObject({article: own, match: 'editor'})
  })
})

test('sections that an editor joins by an alias are joined everywhere', async () => {
  room.put({
    'a.txt': copy({
      title: 'Bridge Closes',
      body: [A],
      label: 'Town',
      related: ['Some Other Story'],
    }),
    'b.txt': copy({title: 'Library Opens', body: [B], label: 'City'}),
  })
  await room.run()
  await room.client
    .patch('section-city')
    .set({title: 'Our City', aliases: ['Town']})
    .commit()
  await room.run()
  const city = {_type: 'reference', _ref: 'section-city'}
  const moved = await room.article('a.txt')
  expect(moved).toMatchObject({section: city, relatedLinks: [{section: city}]})
  expect(await room.client.getDocument('section-town')).toBeUndefined()
  expect((await room.run()).summary.writes).toBe(0)
  room.put({
    'a.txt': copy({
      title: 'Bridge Closes',
      body: [A, C],
      label: 'Town',
      related: ['Some Other Story'],
    }),
    'c.txt': copy({title: 'Night Bus Returns', body: [C], label: 'Town'}),
  })
  expect((await room.run()).summary).toMatchObject({created: 1, updated: 1, conflicts: 0})
  expect(await room.article('a.txt')).toMatchObject({
    section: city,
    relatedLinks: [{section: city}],
  })
  expect(await room.article('c.txt')).toMatchObject({section: city})
})
