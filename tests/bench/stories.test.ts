import {expect, test} from '@jest/globals'
import {copiedDocuments} from '../../bench/copies.ts'
import {cases} from '../../bench/queries/cases.ts'
import {storyDocuments, storyId, storySlug} from '../../bench/stories.ts'
import {openLake} from '../../lake/index.ts'

const count = 40
const documents = [...storyDocuments(count)]
const ofType = (type: string) => documents.filter(({_type}) => _type === type)

test('each story has its article under the id and slug that are asked for, and its record', () => {
  const articles = ofType('article').map(({_id, slug}) => [
    _id,
    (slug as {current: string}).current,
  ])
  const expected = Array.from({length: count}, (_, index) => [storyId(index), storySlug(index)])
  expect(articles).toEqual(expected)
  expect(ofType('importRecord').map(({article}) => (article as {_ref: string})._ref)).toEqual(
    expected.map(([id]) => id),
  )
})

test('copies have ids and slugs of their own, and link to one another', () => {
  const copies = [...copiedDocuments(documents, 3 * count)]
  const ids = new Set(copies.map(({_id}) => _id))
  expect(ids.size).toBe(copies.length)
  const articles = copies.filter(({_type}) => _type === 'article')
  expect(articles.map(({_id}) => _id)).toEqual(
    Array.from({length: 3 * count}, (_, index) => storyId(index)),
  )
  expect(new Set(articles.map(({slug}) => JSON.stringify(slug))).size).toBe(3 * count)
  const linked = articles.flatMap(({relatedLinks = []}) =>
    (relatedLinks as {article?: {_ref: string}}[]).flatMap(({article}) => article?._ref ?? []),
  )
  expect(new Set(linked).size).toBeGreaterThan(count)
  expect(linked.filter((id) => !ids.has(id))).toEqual([])
})

test('a section stands once, before the first story that refers to it', () => {
  const places = new Map(documents.map(({_id}, place) => [_id, place]))
  expect(places.size).toBe(documents.length)
  for (const article of ofType('article')) {
    const section = (article.section as {_ref: string})._ref
    expect(places.get(section)).toBeLessThan(places.get(article._id) ?? 0)
  }
})

test('related links lead to stories, but for those that name their own', () => {
  const ids = new Set(documents.map(({_id}) => _id))
  const links = ofType('article').flatMap(({title, relatedLinks = []}) =>
    (relatedLinks as {title: string; article?: {_ref: string}}[]).map((link) => ({
      ...link,
      title,
      of: link.title,
    })),
  )
  const lost = links.filter(({article}) => !ids.has(article?._ref ?? ''))
  expect(links.length).toBeGreaterThan(count)
  expect(lost.filter(({title, of}) => !String(title).startsWith(of))).toEqual([])
})

test('every query that is measured finds something', async () => {
  const lake = await openLake()
  try {
    await lake.load('production', documents)
    for (const {name, query, params} of cases) {
      const response = await fetch(`${lake.url}/v2025-02-19/data/query/production`, {
        method: 'POST',
        body: JSON.stringify({query, params: params(3, count)}),
      })
      const {result} = (await response.json()) as {result: unknown}
      expect([name, isSomething(result)]).toEqual([name, true])
    }
  } finally {
    await lake.close()
  }
})

function isSomething(result: unknown): boolean {
  return Array.isArray(result) ? result.length > 0 : Boolean(result)
}
