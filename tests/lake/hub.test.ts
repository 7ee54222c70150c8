import {describe, expect, test} from '@jest/globals'
import {openHub} from '../../lake/listen/hub.ts'

const committed = (id: string, text: string) => ({
  seq: 1,
  id,
  timestamp: '',
  author: '',
  changes: [
    {
      id: 'a',
      before: undefined,
      after: {_id: 'a', _type: 't', parts: [{text}]} as never,
      mutations: [],
    },
  ],
})

async function turns(count = 10) {
  for (let turn = 0; turn < count; turn++) await new Promise((resolve) => setImmediate(resolve))
}

describe('the hub', () => {
  test('remembers as much as fits, the latest first', () => {
    const hub = openHub({bytesMax: 20_000})
    hub.subscribe(() => {})
    for (const id of ['t1', 't2', 't3']) hub.publish(committed(id, 'x'.repeat(4_000)))
    expect(hub.since('t1')).toBeUndefined()
    expect(hub.since('t2')).toHaveLength(2)
    hub.publish(committed('t4', 'x'.repeat(20_000)))
    expect(hub.since('t3')).toBeUndefined()
    hub.publish(committed('t5', 'x'))
    expect(hub.since('t5')).toHaveLength(1)
  })
  test('forgets where more comes than fits and nobody is left to come back', () => {
    const hub = openHub({bytesMax: 20_000})
    const publish = (id: string) => hub.publish(committed(id, 'x'.repeat(4_000)))
    publish('t0')
    expect(hub.since('t0')).toBeUndefined()
    const leave = hub.subscribe(() => {})
    publish('t1')
    leave()
    publish('t2')
    expect(hub.since('t1')).toHaveLength(2)
    publish('t3')
    publish('t4')
    expect(hub.since('t4')).toBeUndefined()
    hub.subscribe(() => {})
    publish('t5')
    expect(hub.since('t5')).toHaveLength(1)
  })
  test('tells subscribers later, each in its turn and in order', async () => {
    const hub = openHub()
    const heard: string[] = []
    const leave = hub.subscribe(({id}) => heard.push(`one ${id}`))
    hub.subscribe(({id}) => heard.push(`two ${id}`))
    hub.publish(committed('t1', ''))
    expect(heard).toEqual([])
    hub.subscribe(({id}) => heard.push(`late ${id}`))
    await turns()
    expect(heard).toEqual(['one t1', 'two t1'])
    hub.publish(committed('t2', ''))
    hub.publish(committed('t3', ''))
    leave()
    await turns()
    expect(heard.slice(2)).toEqual(['two t2', 'late t2', 'two t3', 'late t3'])
  })

  test('lets others have their turn between slow subscribers', async () => {
    const hub = openHub({sliceMs: 0})
    const order: string[] = []
    hub.subscribe(() => order.push('one'))
    hub.subscribe(() => order.push('two'))
    hub.publish(committed('t1', ''))
    setImmediate(() => order.push('other'))
    await turns()
    expect(order).toEqual(['one', 'other', 'two'])
  })

  test('makes writers wait where too much is still to be told', () => {
    const hub = openHub({pendingMax: 2})
    const heard: string[] = []
    hub.subscribe(({id}) => heard.push(id))
    for (const id of ['t1', 't2', 't3']) hub.publish(committed(id, ''))
    expect(heard).toEqual(['t1', 't2', 't3'])
  })
})
