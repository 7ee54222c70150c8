import {afterAll, beforeAll, describe, expect, test} from '@jest/globals'
import type {SanityClient} from '@sanity/client'
import {type OpenLake, openLake} from '../../lake/index.ts'
import {connect} from './connect.ts'

let lake: OpenLake
let client: SanityClient
let anonymous: SanityClient

beforeAll(async () => {
  lake = await openLake()
  client = connect(lake)
  anonymous = connect({...lake, token: ''})
})
afterAll(() => lake.close())

describe('documents through @sanity/client', () => {
  test('a created document is read back with its system fields', async () => {
    const made = await client.create({_id: 'made', _type: 'note', title: 'A'})
    expect(made).toMatchObject({_id: 'made', title: 'A', _rev: expect.any(String)})
    expect(await client.fetch('*[_id == "made"][0]')).toEqual(made)
    expect(await client.getDocument('made')).toEqual(made)
  })

  test('a patch keeps the order that the API documents', async () => {
    await client.create({_id: 'counted', _type: 'note', n: 1})
    const after = await client.patch('counted').inc({n: 2}).set({n: 5}).commit()
    expect(after.n).toBe(7)
  })

  test('drafts and ids with a dot are hidden from readers without a token', async () => {
    await client.createOrReplace({_id: 'drafts.secret', _type: 'hidden', title: 'draft'})
    await client.createOrReplace({_id: 'import.secret', _type: 'hidden'})
    const seen = {perspective: 'raw'} as const
    expect(await anonymous.fetch('count(*[_type == "hidden"])', {}, seen)).toBe(0)
    expect(await client.fetch('count(*[_type == "hidden"])', {}, seen)).toBe(2)
    await expect(anonymous.create({_type: 'note'})).rejects.toMatchObject({statusCode: 401})
  })

  test('a draft overlays its published document in the drafts perspective', async () => {
    await client.create({_id: 'overlaid', _type: 'page', title: 'published'})
    await client.create({_id: 'drafts.overlaid', _type: 'page', title: 'draft'})
    const query = '*[_type == "page"]{_id, _originalId, title}'
    expect(await client.fetch(query, {}, {perspective: 'drafts'})).toEqual([
      {_id: 'overlaid', _originalId: 'drafts.overlaid', title: 'draft'},
    ])
    expect(await client.fetch(`${query}.title`, {}, {perspective: 'published'})).toEqual([
      'published',
    ])
  })

  test('a transaction id that was used before changes nothing', async () => {
    const send = (title: string) =>
      client
        .transaction([{createOrReplace: {_id: 'once', _type: 'note', title}}])
        .transactionId('tx-once')
        .commit()
    await send('first')
    await expect(send('second')).rejects.toMatchObject({statusCode: 409})
    expect(await client.fetch('*[_id == "once"][0].title')).toBe('first')
  })

  test('publishing moves a draft and strengthens its references', async () => {
    await client.create({_id: 'target', _type: 'section'})
    const section = {
      _ref: 'target',
      _weak: true,
      _strengthenOnPublish: {type: 'section', template: {id: 'section'}},
    }
    await client.create({_id: 'drafts.story', _type: 'story', section})
    const ids = {draftId: 'drafts.story', publishedId: 'story'}
    await client.action({actionType: 'sanity.action.document.publish', ...ids})
    expect(await client.getDocument('drafts.story')).toBeUndefined()
    expect(await client.getDocument('story')).toMatchObject({section: {_ref: 'target'}})
    await expect(client.delete('target')).rejects.toMatchObject({statusCode: 409})
  })

  test('a listener hears what its filter selects', async () => {
    const heard: unknown[] = []
    const first = new Promise<void>((resolve, reject) => {
      const options = {
        includeResult: true,
        events: ['welcome', 'mutation'] as ('welcome' | 'mutation')[],
      }
      const subscription = client.listen('*[_type == "heard"]', {}, options).subscribe({
        next: (event) => {
          heard.push(event)
          if (event.type === 'welcome') void client.create({_id: 'h1', _type: 'heard'})
          else {
            subscription.unsubscribe()
            resolve()
          }
        },
        error: reject,
      })
    })
    await first
    expect(heard[1]).toMatchObject({
      type: 'mutation',
      documentId: 'h1',
      transition: 'appear',
      transactionTotalEvents: 1,
      result: {_id: 'h1'},
    })
  })

  test('a query that does not parse says where', async () => {
    await expect(client.fetch('*[')).rejects.toMatchObject({statusCode: 400})
  })
})
