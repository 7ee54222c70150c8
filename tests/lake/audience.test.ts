import {describe, expect, jest, test} from '@jest/globals'
import {openAudience, type Wish} from '../../lake/listen/audience.ts'
import {documentFilter, listenedKeys} from '../../lake/listen/filter.ts'
import {idKey, openHub, typeKey} from '../../lake/listen/hub.ts'
import type {Committed, View} from '../../lake/store/index.ts'

let seq = 0
const committed = (_id: string, _type = 't'): Committed => {
  seq += 1
  const after = {_id, _type}
  const change = {id: _id, before: undefined, after, mutations: []}
  return {seq, id: `tx${seq}`, timestamp: '', author: '', changes: [change]}
}

const turns = async () => {
  for (let turn = 0; turn < 10; turn++) await new Promise((resolve) => setImmediate(resolve))
}

describe('listeners who ask for the same', () => {
  test('are told by one look at a transaction, and by the same bytes', async () => {
    const hub = openHub()
    const audience = openAudience(hub)
    let looks = 0
    const wish: Wish = {
      keys: undefined,
      eventsOf: (transaction) => {
        looks += 1
        return [{eventId: `${transaction.id}#a`, documentId: 'a'}]
      },
    }
    const heard: Uint8Array[] = []
    const member = () => ({hear: (bytes: Uint8Array) => heard.push(bytes), fail: () => undefined})
    const leave = audience.join('same', wish, member())
    audience.join('same', wish, member())
    hub.publish(committed('a'))
    audience.join('same', wish, member())
    await turns()
    expect(looks).toBe(1)
    expect(heard).toHaveLength(2)
    expect(heard[0]).toBe(heard[1])
    leave()
    leave()
    expect(audience.size()).toBe(2)
  })

  test('hear all in order where they are so many that they are told in one piece', async () => {
    const hub = openHub()
    const audience = openAudience(hub)
    const wish: Wish = {
      keys: undefined,
      eventsOf: ({id}) => [{eventId: id, documentId: id}],
    }
    const heard: string[] = []
    let writes = 0
    audience.join('same', wish, {
      hear(bytes) {
        writes += 1
        for (const [, id] of Buffer.from(bytes)
          .toString()
          .matchAll(/^id: (.*)$/gm))
          heard.push(id ?? '')
      },
      fail: () => undefined,
    })
    const silent = {hear: () => undefined, fail: () => undefined}
    for (let count = 0; count < 500; count++) audience.join('same', wish, {...silent})
    const sent = ['a', 'b', 'c', 'd'].map((id) => committed(id))
    jest.useFakeTimers({now: 0, doNotFake: ['setImmediate', 'performance']})
    for (const one of sent) hub.publish(one)
    await turns()
    jest.runAllTimers()
    jest.useRealTimers()
    expect(heard).toEqual(sent.map(({id}) => id))
    expect(writes).toBe(2)
  })

  test('fail together, and are no more', async () => {
    const hub = openHub()
    const audience = openAudience(hub)
    const wish: Wish = {
      keys: undefined,
      eventsOf: () => {
        throw new Error('secret')
      },
    }
    const failed: string[] = []
    const leave = audience.join('same', wish, {
      hear: () => undefined,
      fail(message) {
        failed.push(message)
        leave()
      },
    })
    hub.publish(committed('a'))
    hub.publish(committed('b'))
    await turns()
    expect(failed).toEqual(['The listener failed'])
    expect(audience.size()).toBe(0)
  })
})

describe('a listener is looked at only for documents', () => {
  const keysOf = (query: string) => listenedKeys({query, params: {id: 'a', types: ['t', 'u']}})

  test.each([
    ['*[_id == "a"]', [idKey('a')]],
    ['*[_id == $id && _type == "t"]', [idKey('a')]],
    ['*[_id in ["a", "drafts.a"]]{title}', [idKey('a'), idKey('drafts.a')]],
    ['*[_id == $id || _id == "drafts.a"][0]', [idKey('a'), idKey('drafts.a')]],
    ['*[_type == "t" && n > 1] | order(n)', [typeKey('t')]],
    ['*[_type in $types]', [typeKey('t'), typeKey('u')]],
    ['*[_id == "a" || n == 1]', undefined],
    ['*[_id in path("a.**")]', undefined],
    ['*[_id in *[_type == "t"]._id]', undefined],
    ['*[!(_id == "a")]', undefined],
    ['*', undefined],
  ])('that %s names', (query, keys) => {
    expect(keysOf(query)).toEqual(keys)
  })

  test('and hears of none that the filter would have let through', async () => {
    const hub = openHub()
    const queries = ['*[_id == "a"]', '*[_type == "t"]', '*[_id in ["b"] || _type == "u"]', '*']
    const heard = new Map(queries.map((query) => [query, [] as string[]]))
    for (const query of queries) {
      hub.subscribe(({changes}) => heard.get(query)?.push(changes[0]?.id ?? ''), keysOf(query))
    }
    const documents = ['a', 'b', 'c'].flatMap((id) => ['t', 'u'].map((type) => committed(id, type)))
    for (const one of documents) hub.publish(one)
    await turns()
    for (const query of queries) {
      const filter = documentFilter(
        {query, params: {}},
        {
          view: {} as View,
          asking: () => ({identity: '', timestamp: new Date(0), projectId: '', dataset: ''}),
          isHidden: () => false,
        },
      )
      const concerned = documents.filter(({changes}) => filter(changes[0]?.after))
      expect(heard.get(query)).toEqual(concerned.map(({changes}) => changes[0]?.id))
    }
  })
})
