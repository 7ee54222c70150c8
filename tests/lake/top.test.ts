import {afterAll, beforeAll, describe, expect, test} from '@jest/globals'
import type {SanityClient} from '@sanity/client'
import {type OpenLake, openLake} from '../../lake/index.ts'
import {connect} from './connect.ts'

const size = 3_500
const pages = Array.from({length: size}, (_, at) => ({
  _id: `p${String(at).padStart(4, '0')}`,
  _type: at % 2 === 0 ? 'page' : 'note',
  n: (at * 7919) % 101,
  title: `Title ${at}`,
}))

let lake: OpenLake
let client: SanityClient
beforeAll(async () => {
  lake = await openLake()
  client = connect(lake)
  await lake.load('production', pages)
})
afterAll(() => lake.close())

/** The same list, put in order at once and cut by hand. */
const sorted = (direction: 1 | -1) =>
  pages
    .filter(({title}) => title.length > 8)
    .toSorted((one, other) => (one.n - other.n) * direction || (one._id < other._id ? -1 : 1))

describe('the first of many documents that no index has in order', () => {
  test.each([
    ['order(n desc)', -1],
    ['order(n asc, _id asc)', 1],
  ] as const)('%s', async (order, direction) => {
    const list = '*[length(title) > 8]'
    for (const [from, to] of [
      [0, 5],
      [3, 40],
      [1_990, 2_100],
    ] as const) {
      const ids = await client.fetch(`${list} | ${order}[${from}...${to}]._id`)
      expect(ids).toEqual(
        sorted(direction)
          .slice(from, to)
          .map(({_id}) => _id),
      )
      const cards = await client.fetch(`${list} | ${order}[${from}...${to}]{title, "m": n}`)
      const expected = sorted(direction).slice(from, to)
      expect(cards).toEqual(expected.map(({title, n}) => ({title, m: n})))
    }
    expect(await client.fetch(`(${list} | ${order})[7].title`)).toBe(sorted(direction)[7]?.title)
    const whole = await client.fetch(`${list} | ${order}{n}`)
    expect(whole).toEqual(sorted(direction).map(({n}) => ({n})))
  })

  test('and of those that are in no order', async () => {
    const found = await client.fetch('*[length(title) > 8][2..3]{_id}')
    expect(found).toEqual([{_id: 'p0102'}, {_id: 'p0103'}].map(({_id}) => ({_id})))
    expect(await client.fetch('count(*)')).toBe(size)
    expect(await client.fetch('count(*[0...10])')).toBe(10)
    expect(await client.fetch('count(array::unique(*[]._type))')).toBe(2)
  })
})
