import {describe, expect, test} from '@jest/globals'
import {parse} from 'groq-js'
import * as queries from '../../../queries/index.ts'
import {siteQueries, withSiteQueries} from '../../../studio/vision/siteQueries.ts'

const where = {
  queryUrl: 'http://localhost:3333/v1/data/query/production',
  now: '2026-11-23T00:00:00Z',
}

describe('withSiteQueries', () => {
  test('adds the site’s queries once, and leaves an editor’s own alone', () => {
    const own = {_key: 'mine', title: 'Mine', url: 'http://a', savedAt: '2020-01-01T00:00:00Z'}
    const first = withSiteQueries([own], where)
    const again = withSiteQueries(first, {...where, now: '2027-01-01T00:00:00Z'})
    expect(first[0]).toEqual(own)
    expect(first).toHaveLength(siteQueries.length + 1)
    expect(again).toEqual(first)
  })

  test('saves the query with the parameters that it asks for', () => {
    const saved = withSiteQueries([], where).find(({title}) => title === 'Site: section')
    const url = new URL(saved?.url ?? '')
    expect(url.searchParams.get('$slug')).toBe('"city"')
    expect(url.searchParams.get('query')).toContain('_type == "section"')
  })
})

test.each(siteQueries)('$title has every parameter that its query asks for', ({query, params}) => {
  const asked = [...query.matchAll(/\$(\w+)/g)].map(([, name]) => name)
  expect(Object.keys(params).sort()).toEqual([...new Set(asked)].sort())
  expect(() => parse(query.replace(/text::query\((\$\w+)\)/g, '$1'), {params})).not.toThrow()
})

test('every query of a site is there', () => {
  const all = Object.entries(queries).filter(([name]) => name.endsWith('Query'))
  expect(new Set(siteQueries.map(({query}) => query))).toEqual(
    new Set(all.map(([, query]) => query)),
  )
})
