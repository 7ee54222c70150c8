import {afterAll, beforeAll, beforeEach, describe, expect, test} from '@jest/globals'
import type {SanityClient} from '@sanity/client'
import {systemClock} from '../../lake/clock.ts'
import {openDataset} from '../../lake/dataset.ts'
import {type OpenLake, openLake} from '../../lake/index.ts'
import {connect} from './connect.ts'
import {openEvents} from './sse.ts'

let lake: OpenLake
let client: SanityClient
beforeAll(async () => {
  lake = await openLake()
  client = connect(lake, 'shortlived')
})
afterAll(() => lake.close())
beforeEach(() => lake.load('shortlived', [{_id: 'a', _type: 'page'}]))

describe('a dataset that is deleted', () => {
  test.each(['/data/listen/shortlived?query=*', '/data/live/events/shortlived'])(
    'tells who listens at %s and ends the stream',
    async (path) => {
      const events = await openEvents(lake, path)
      expect((await events.next()).event).toBe('welcome')
      await client.datasets.delete('shortlived')
      const reason = 'Dataset "shortlived" was deleted'
      expect(await events.next()).toMatchObject({event: 'disconnect', data: {reason}})
      await expect(events.next()).rejects.toThrow('ended')
    },
  )

  test('takes no write of a request that was under way', async () => {
    const dataset = openDataset('gone', {clock: systemClock, projectId: 'local'})
    await dataset.end()
    const write = dataset.mutate([{create: {_type: 'page'}}], {author: 'late'})
    await expect(write).rejects.toMatchObject({status: 404})
  })

  test('is empty when it is made anew', async () => {
    await client.datasets.delete('shortlived')
    await client.datasets.create('shortlived')
    expect(await client.fetch('count(*)')).toBe(0)
  })
})
