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

describe('the hub', () => {
  test('remembers as much as fits, the latest first', () => {
    const hub = openHub(20_000)
    for (const id of ['t1', 't2', 't3']) hub.publish(committed(id, 'x'.repeat(4_000)))
    expect(hub.since('t1')).toBeUndefined()
    expect(hub.since('t2')).toHaveLength(2)
    hub.publish(committed('t4', 'x'.repeat(20_000)))
    expect(hub.since('t3')).toBeUndefined()
    hub.publish(committed('t5', 'x'))
    expect(hub.since('t5')).toHaveLength(1)
  })
})
