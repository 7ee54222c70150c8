import {afterAll, beforeAll, describe, expect, test} from '@jest/globals'
import type {SanityClient} from '@sanity/client'
import {type OpenLake, openLake} from '../../lake/index.ts'
import {rankedMax} from '../../lake/plan/ranked.ts'
import {connect} from './connect.ts'

let lake: OpenLake
let client: SanityClient
beforeAll(async () => {
  lake = await openLake()
  client = connect(lake)
})
afterAll(() => lake.close())

const ids = (type: string) => client.fetch('*[_type == $type]._id', {type})

describe('mutations by a query with text::query()', () => {
  test('take what matches now, not what matched when it was indexed', async () => {
    const found = () => client.fetch('*[_type == "a" && @ match text::query("zebra")]._id')
    await client.create({_id: 'a1', _type: 'a', title: 'zebra'})
    await client.create({_id: 'a2', _type: 'a', title: 'lion'})
    expect(await found()).toEqual(['a1'])
    await client.patch('a1').set({title: 'lion'}).commit()
    await client.patch('a2').set({title: 'zebra'}).commit()
    await client.delete({query: '*[_type == "a" && @ match text::query("zebra")]'})
    expect(await ids('a')).toEqual(['a1'])
  })

  test('leave the index as it was where the transaction fails', async () => {
    await client.create({_id: 'b1', _type: 'b', title: 'otter'})
    const query = '*[_type == "b" && @ match text::query("otter")]'
    const patch = {patch: {query, set: {title: 'heron'}}}
    const failing = client.mutate([patch, {patch: {id: 'missing', set: {x: 1}}}] as never)
    await expect(failing).rejects.toMatchObject({statusCode: 404})
    expect(await client.fetch(`${query}._id`)).toEqual(['b1'])
    await client.mutate([patch] as never)
    expect(await client.fetch(`${query}._id`)).toEqual([])
  })
})

describe('a search without a word in it', () => {
  test.each(['🌊', '"!?"', '-', '-🌊'])('%s finds nothing', async (text) => {
    await client.createIfNotExists({_id: 'c1', _type: 'c', title: 'tide 🌊'})
    const query = '*[_type == "c" && @ match text::query($text)]._id'
    expect(await client.fetch(query, {text})).toEqual([])
    expect(await client.fetch(query, {text: `tide ${text}`})).toEqual(['c1'])
  })
})

test('a search ranks the newest of very many hits, and counts them all', async () => {
  const best = {_id: 'r-first', _type: 'r', title: 'ox ox ox ox'}
  const others = Array.from({length: rankedMax}, (_, index) => ({
    _id: `r${index}`,
    _type: 'r',
    title: index === 9 ? 'ox ox' : 'ox',
  }))
  await lake.load('production', [best, ...others])
  const found = '*[_type == "r" && @ match text::query("ox")]'
  const ranked = `${found} | score(@ match text::query("ox")) | order(_score desc, _id)[0...2]._id`
  expect(await client.fetch(ranked)).toEqual(['r9', 'r0'])
  expect(await client.fetch(`count(${found})`)).toBe(rankedMax + 1)
})
