import {afterAll, beforeAll, describe, expect, test} from '@jest/globals'
import type {SanityClient} from '@sanity/client'
import {type OpenLake, openLake} from '../../lake/index.ts'
import {connect} from './connect.ts'
import {openEvents, type ServerEvent} from './sse.ts'

let lake: OpenLake
let client: SanityClient
beforeAll(async () => {
  lake = await openLake()
  client = connect(lake)
})
afterAll(() => lake.close())

const listenTo = (query: string, options = '', more: {lastEventId?: string; token?: string} = {}) =>
  openEvents(lake, `/data/listen/production?query=${encodeURIComponent(query)}${options}`, {
    token: lake.token,
    ...more,
  })

const transitions = (events: ServerEvent[]) => events.map(({data}) => data.transition)

describe('listening', () => {
  test('a filter before and after gives appear, update and disappear', async () => {
    const events = await listenTo('*[_type == "t" && open]', '&includeResult=true')
    expect((await events.next()).event).toBe('welcome')
    await client.create({_id: 't1', _type: 't', open: false})
    await client.patch('t1').set({open: true}).commit()
    await client.patch('t1').set({n: 1}).commit()
    await client.patch('t1').set({open: false}).commit()
    const heard = [await events.next(), await events.next(), await events.next()]
    events.close()
    expect(transitions(heard)).toEqual(['appear', 'update', 'disappear'])
  })

  test('revisions chain, and a deletion has a resulting revision, too', async () => {
    const events = await listenTo('*[_id == "chain"]')
    await events.next()
    await client.create({_id: 'chain', _type: 't'})
    await client.patch('chain').set({n: 1}).commit()
    await client.delete('chain')
    const [a, b, c] = [await events.next(), await events.next(), await events.next()]
    events.close()
    expect(b?.data.previousRev).toBe(a?.data.resultRev)
    expect(c?.data.previousRev).toBe(b?.data.resultRev)
    expect(c?.data).toMatchObject({transition: 'disappear', resultRev: c?.data.transactionId})
  })

  test('events are counted for this listener alone', async () => {
    const events = await listenTo('*[_type == "counted"]')
    await events.next()
    const transaction = client.transaction().create({_id: 'x0', _type: 'other'})
    for (const id of ['x1', 'x2']) transaction.create({_id: id, _type: 'counted'})
    await transaction.commit()
    const heard = [await events.next(), await events.next()]
    events.close()
    expect(
      heard.map(({data}) => [data.transactionCurrentEvent, data.transactionTotalEvents]),
    ).toEqual([
      [1, 2],
      [2, 2],
    ])
  })

  test('what is included is what was asked for', async () => {
    const bare = await listenTo('*[_id == "w"]', '&includeMutations=false')
    const full = await listenTo(
      '*[_id == "w"]',
      '&includeResult=true&includePreviousRevision=true&effectFormat=mendoza',
    )
    await Promise.all([bare.next(), full.next()])
    await client.create({_id: 'w', _type: 't', n: 1})
    const [little, all] = await Promise.all([bare.next(), full.next()])
    bare.close()
    full.close()
    for (const field of ['mutations', 'result', 'previous', 'effects']) {
      expect(little.data).not.toHaveProperty(field)
    }
    expect(all.data).toMatchObject({
      result: {_id: 'w', n: 1},
      previous: null,
      mutations: [{create: {_id: 'w'}}],
      effects: {apply: [0, {_id: 'w', n: 1}], revert: [0, null]},
    })
  })

  test('a listener that comes back hears what it missed, and only that', async () => {
    const first = await listenTo('*[_type == "resumed"]')
    await first.next()
    await client.create({_id: 'r1', _type: 'resumed'})
    const {id: lastEventId} = await first.next()
    first.close()
    await client.create({_id: 'r2', _type: 'resumed'})
    const again = await listenTo('*[_type == "resumed"]', '&enableResume=true', {lastEventId})
    expect((await again.next()).event).toBe('welcomeback')
    expect((await again.next()).data.documentId).toBe('r2')
    again.close()
    const late = await listenTo('*', '&enableResume=true', {lastEventId: 'gone#x'})
    expect((await late.next()).event).toBe('reset')
    late.close()
  })

  test('readers without a token never hear of drafts', async () => {
    const outsider = await listenTo('*[_type == "quiet"]', '', {token: ''})
    await outsider.next()
    await client.create({_id: 'drafts.q', _type: 'quiet'})
    await client.create({_id: 'q', _type: 'quiet'})
    expect((await outsider.next()).data.documentId).toBe('q')
    outsider.close()
  })

  test('versions in releases are heard of by those who ask for all versions', async () => {
    const some = await listenTo('*[_type == "versioned"]')
    const all = await listenTo('*[_type == "versioned"]', '&includeAllVersions=true')
    await Promise.all([some.next(), all.next()])
    for (const _id of ['versions.r1.v', 'drafts.v']) await client.create({_id, _type: 'versioned'})
    expect((await some.next()).data.documentId).toBe('drafts.v')
    expect((await all.next()).data.documentId).toBe('versions.r1.v')
    some.close()
    all.close()
  })

  test('what holds no filter is refused', async () => {
    const events = await listenTo('5')
    expect(events.status).toBe(400)
    events.close()
  })

  test('a filter that cannot be evaluated at once is refused', async () => {
    const events = await listenTo('*[diff::changedAny({}, {}, title)]')
    expect(events.status).toBe(400)
    events.close()
  })

  test('a filter that does not parse is refused', async () => {
    const events = await listenTo('*[')
    expect(events.status).toBe(400)
    events.close()
  })
})
