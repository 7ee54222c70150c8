import {afterAll, beforeAll, describe, expect, test} from '@jest/globals'
import type {SanityClient} from '@sanity/client'
import {type OpenLake, openLake} from '../../lake/index.ts'
import {watched} from '../../lake/query/limits.ts'
import {connect} from './connect.ts'

let lake: OpenLake
let client: SanityClient
beforeAll(async () => {
  lake = await openLake()
  client = connect(lake)
  await lake.load('production', [{_id: 'a', _type: 'page', title: 'a'.repeat(100_000)}])
})
afterAll(() => lake.close())

describe('limits of queries', () => {
  test('a list is given up once the time is over', () => {
    const allowance = {deadline: performance.now() + 60_000, steps: 1_000}
    const seen: number[] = []
    const walk = () => {
      for (const item of watched([1, 2, 3], {...allowance, deadline: performance.now() - 1}))
        seen.push(item)
    }
    expect(walk).toThrow('took longer')
    expect(seen).toEqual([])
    expect([...watched([1, 2, 3], allowance)]).toEqual([1, 2, 3])
  })

  test('wildcards are counted, and words cut, so that match cannot run away', async () => {
    expect(await client.fetch('*[title match "*a*b"]')).toEqual([])
    await expect(client.fetch('*[title match "a*a*a*a*a*b"]')).rejects.toMatchObject({
      statusCode: 400,
    })
    const asked = client.fetch('*[title match $pattern]', {pattern: ['a*a*a*a*a*b']})
    await expect(asked).rejects.toMatchObject({statusCode: 400})
  })

  test('nesting without end is refused', async () => {
    const open = '['.repeat(20_000)
    await expect(client.fetch(`${open}1${']'.repeat(20_000)}`)).rejects.toMatchObject({
      statusCode: 400,
    })
  })
})

describe('limits of documents', () => {
  test('patches cannot nest a document deeper than the limit', async () => {
    const deep = `a${'.a'.repeat(150)}`
    await client.createOrReplace({_id: 'deep', _type: 'page'})
    await client
      .patch('deep')
      .set({[deep]: 1})
      .commit()
    const deeper = client
      .patch('deep')
      .set({[`${deep}${'.a'.repeat(100)}`]: 1})
      .commit()
    await expect(deeper).rejects.toMatchObject({statusCode: 400})
  })

  test('a write that fails half way leaves nothing behind, and others beside it stand', async () => {
    const large = 'x'.repeat(3_500_000)
    await client.createOrReplace({_id: 'large', _type: 'page', parts: []})
    const grow = () =>
      client
        .transaction()
        .createOrReplace({_id: 'witness', _type: 'page'})
        .patch('large', {insert: {after: 'parts[-1]', items: [large]}})
        .commit()
    for (let part = 0; part < 9; part++) await grow()
    await client.delete('witness')
    const [failed, other] = await Promise.allSettled([
      grow(),
      client.create({_id: 'other', _type: 'page'}),
    ])
    expect([failed.status, other.status]).toEqual(['rejected', 'fulfilled'])
    expect(await client.fetch('*[_id in ["witness", "other"]]._id')).toEqual(['other'])
    expect(await client.getDocument('witness')).toBeUndefined()
  })
})
