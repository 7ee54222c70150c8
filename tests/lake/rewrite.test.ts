import {afterAll, beforeAll, describe, expect, test} from '@jest/globals'
import {parse} from 'groq-js'
import {type OpenLake, openLake} from '../../lake/index.ts'
import {rewrite} from '../../lake/query/rewrite.ts'
import {connect} from './connect.ts'

const params = {q: 'tide mon*', all: '*', not: '-tide', n: 3, none: '', types: ['story', 'note']}
const written = (query: string) => rewrite(parse(query, {params}))

/** A node without the brackets in it. */
const bare = (node: unknown): unknown => {
  if (Array.isArray(node)) return node.map(bare)
  if (typeof node !== 'object' || node === null) return node
  const {type, base} = node as {type?: string; base?: unknown}
  if (type === 'Group') return bare(base)
  return Object.fromEntries(Object.entries(node).map(([name, inner]) => [name, bare(inner)]))
}

describe('queries are written so that indexes can help', () => {
  test('a projection comes after the order and the slice that look into it', () => {
    const projection = '{title, "keys": [_updatedAt, n]}'
    const made = written(`*[_type == "story"]${projection} | order(keys[1] desc, keys[0])[0...$n]`)
    const base = parse('*[_type == "story"] | order(n desc, _updatedAt)[0...$n]', {params})
    expect(made).toMatchObject({type: 'Map', base, expr: {type: 'Projection'}})
  })

  test.each([
    [
      '*[_type == "story" && ([@, _id] match text::query($all) || references($none))]',
      '*[_type == "story" && true]',
    ],
    [
      '*[_type == "story"] | score(boost(title match text::query($q), 2) || n > 1)[_score > 0]',
      '*[_type == "story" && (@ match text::query($q) || n > 1)] | score(boost(title match text::query($q), 2) || n > 1)[_score > 0]',
    ],
    [
      '*[_type == "story"] | score(title match text::query($not))[_score > 0]',
      '*[_type == "story" && title match text::query($not)] | score(title match text::query($not))[_score > 0]',
    ],
    ['array::unique(*[]._type)', 'array::unique(*._type)'],
    ['*[_type == "story"]{title}[0...$n]', '*[_type == "story"][0...$n]{title}'],
    ['*[n > 1] | order(n){"m": n}[0]', '(*[n > 1] | order(n))[0]{"m": n}'],
  ])('%s', (query, other) => {
    expect(bare(written(query))).toEqual(bare(parse(other, {params})))
  })

  test.each([
    '*[_type == "story"]{..., "keys": [n]} | order(keys[0])[0...2]',
    '*[_type == "story"]{"keys": [n + 1]} | order(keys[0])[0...2]',
    '*[_type == "story"]{"keys": [n]} | order(keys[1])[0...2]',
    '*[_type == "story"]{"keys": [n]} | order(keys[0])',
    '*[title match text::query($all)]',
    '*[_type == "story"] | score(title match "a")[_score > 1]',
    '*[_type == "story"] | score(_id in *[_type == "note"].to._ref)[_score > 0]',
  ])('and others are left as they are: %s', (query) => {
    expect(written(query)).toEqual(parse(query, {params}))
  })
})

describe('what is written in another way has the same outcome', () => {
  let lake: OpenLake
  beforeAll(async () => {
    lake = await openLake()
    const words = ['tide', 'high tide on monday', 'monday', 'mon tides', 'nothing', 'tide-monday']
    const story = (title: string, index: number) => ({
      _id: `s${index}`,
      _type: index % 4 === 0 ? 'note' : 'story',
      _updatedAt: `2026-01-0${(index * 5) % 7}T00:00:00Z`,
      n: index % 3,
      title,
      body: words[(index * 3) % 6],
      to: {_ref: `s${(index + 1) % 12}`},
    })
    await lake.load('production', [...words, ...words].map(story))
  })
  afterAll(() => lake.close())

  const shapes = [
    '*[_type in $types && ([@, _id] match text::query(TEXT) || references($ref)) && (_type == "story")]{_id, "orderings": [_updatedAt]} | order(orderings[0] desc)[0...$limit]',
    '*[_type in $types] | score(boost(_type in ["story"] && title match text::query(TEXT), 10), ([@, _id] match text::query(TEXT) || references($ref)))[_score > 0]{_id, "orderings": [_score, _updatedAt]} | order(orderings[0] desc, orderings[1] desc)[0...$limit]',
  ]
  const texts = ['*', '', 'tide', 'tide mon*', '-tide', 'monday -high', '"high tide"', '🌊']

  test.each(shapes.flatMap((shape) => texts.map((text) => [text, shape] as const)))(
    'for %j in %s',
    async (text, shape) => {
      const client = connect(lake)
      const given = {types: ['story', 'note'], ref: 's2', limit: 20, text}
      // A text that is put together is known to nobody before the query runs.
      const [asked, plain] = await Promise.all(
        ['$text', '"" + $text'].map((written) =>
          client.fetch(shape.replaceAll('TEXT', written), given, {perspective: 'drafts'}),
        ),
      )
      const ids = (list: {_id: string}[]) => list.map(({_id}) => _id).sort()
      expect(ids(asked)).toEqual(ids(plain))
      expect(asked.map((one: {orderings: unknown}) => one.orderings)).toEqual(
        plain.map((one: {orderings: unknown}) => one.orderings),
      )
    },
  )
})
