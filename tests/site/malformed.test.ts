import {afterAll, beforeAll, describe, expect, test} from '@jest/globals'
import {dataset, type TestDocument} from '../queries/dataset.ts'
import {type Newsroom, openNewsroom} from './newsroom.ts'

/** Fields of another type than the schema says: Studio shows them as wrong, but a script can write them. */
const malformed: Record<string, unknown>[] = [
  {title: 5},
  {title: {text: 'x'}},
  {body: 'x'},
  {body: [null, 'x', {_type: 'block'}, {_type: 'block', children: [{_type: 'span'}]}]},
  {dek: {text: 'x'}, dateline: {}, excerpt: 7, byline: ['x']},
  {publishedAt: 12},
  {publishedAt: {}},
  {language: 3},
  {relatedLinks: 'x'},
  {relatedLinks: [null, {title: 4}, {_type: 'relatedLink', title: 4, url: 5}]},
  {section: 'x'},
  {reads: 'many'},
  {slug: {current: 5}},
]

let room: Newsroom
beforeAll(async () => {
  const section = {_type: 'reference', _ref: 'section-world'}
  const stories = malformed.map(
    (fields, n): TestDocument => ({
      _id: `article-malformed-${n}`,
      _type: 'article',
      title: 'Malformed',
      slug: {_type: 'slug', current: `malformed-${n}`},
      section,
      ...fields,
    }),
  )
  room = await openNewsroom([...dataset, ...stories])
})
afterAll(() => room.close())

describe('what a script wrote as another type', () => {
  test.each([
    '/',
    '/section/world',
    '/feed.xml',
    '/feed.json',
    '/search?q=malformed',
    '/sitemap-stories.xml',
  ])('takes %s not down', async (path) => expect((await fetch(room.url + path)).status).toBe(200))

  test.each(malformed.slice(0, -1).map((fields, n) => [JSON.stringify(fields), n]))(
    '%s leaves its story readable',
    async (_, n) => expect((await fetch(`${room.url}/story/malformed-${n}`)).status).toBe(200),
  )
})
