import {afterAll, beforeAll, describe, expect, test} from '@jest/globals'
import type {SanityClient} from '@sanity/client'
import {type OpenLake, openLake} from '../../lake/index.ts'
import {connect} from './connect.ts'
import {openEvents} from './sse.ts'

let lake: OpenLake
let client: SanityClient
beforeAll(async () => {
  lake = await openLake()
  client = connect(lake)
  await client.create({_id: 's', _type: 'section', title: 'S'})
  const slug = {current: 'one'}
  await client.create({_id: 'a', _type: 'article', slug, section: {_ref: 's'}})
  await client.create({_id: 'b', _type: 'article', slug: {current: 'two'}})
})
afterAll(() => lake.close())

const path = '/data/live/events/production'

async function tagsOf(query: string): Promise<string[]> {
  const {syncTags} = await client.fetch(query, {}, {filterResponse: false})
  return syncTags ?? []
}

/** Which of the queries a change invalidates. */
async function invalidated(queries: string[], change: () => Promise<unknown>): Promise<string[]> {
  const events = await openEvents(lake, path)
  expect(await events.next()).toMatchObject({event: 'welcome'})
  await change()
  const {data} = await events.next()
  events.close()
  const tags = new Set(data.tags as string[])
  const met = await Promise.all(
    queries.map(async (query) => (await tagsOf(query)).some((tag) => tags.has(tag))),
  )
  return queries.filter((_, index) => met[index])
}

describe('live events', () => {
  const bySlug = '*[_type == "article" && slug.current == "one"][0]{title, section->{title}}'
  const other = '*[_id == "b"]'
  const sections = '*[_type == "section"]'
  const backlinks = '*[references("s")]'
  const all = 'count(*)'
  const queries = [bySlug, other, sections, backlinks, all]

  test('a change of a document meets the queries that read it', async () => {
    const change = () => client.patch('a').set({title: 'A'}).commit()
    expect(await invalidated(queries, change)).toEqual([bySlug, backlinks, all])
  })

  test('a change of a document behind a reference does, too', async () => {
    const change = () => client.patch('s').set({title: 'T'}).commit()
    expect(await invalidated(queries, change)).toEqual([bySlug, sections, all])
  })

  test('a new document meets the queries that will find it', async () => {
    const change = () => client.create({_type: 'article', slug: {current: 'one'}})
    expect(await invalidated(queries, change)).toEqual([bySlug, all])
  })

  test('drafts are told to those alone who ask and may see them', async () => {
    const outsider = await openEvents(lake, path)
    const insider = await openEvents(lake, `${path}?includeDrafts=true`, {token: lake.token})
    const refused = await openEvents(lake, `${path}?includeDrafts=true`)
    expect(refused.status).toBe(401)
    await Promise.all([outsider.next(), insider.next()])
    await client.create({_id: 'drafts.c', _type: 'article'})
    await client.create({_id: 'c', _type: 'article'})
    const [seen, first] = await Promise.all([outsider.next(), insider.next()])
    expect(seen.id).not.toBe(first.id)
    expect((await insider.next()).id).toBe(seen.id)
    for (const events of [outsider, insider, refused]) events.close()
  })

  test('a listener that comes back too late starts anew', async () => {
    const events = await openEvents(lake, path, {lastEventId: 'forgotten'})
    expect([(await events.next()).event, (await events.next()).event]).toEqual([
      'welcome',
      'restart',
    ])
    events.close()
  })
})
