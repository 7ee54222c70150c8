import {describe, expect, test} from '@jest/globals'
import {all, answerTime, atLeast, atMost, rate} from '../../bench/row.ts'

describe('a bar', () => {
  test('holds where it is just reached', () => {
    expect(atLeast('ratio', 5, 5)).toEqual({bar: 'ratio >= 5', holds: true})
    expect(atMost('ms', 1, 1)).toEqual({bar: 'ms <= 1', holds: true})
  })

  test('is missed on the wrong side', () => {
    expect(atLeast('ratio', 4.99, 5).holds).toBe(false)
    expect(atMost('ms', 1.01, 1).holds).toBe(false)
  })

  test('is missed where nothing was measured', () => {
    expect(atLeast('ratio', Number.NaN, 5).holds).toBe(false)
    expect(atMost('ms', Number.NaN, 1).holds).toBe(false)
  })

  test('shows a limit that was reckoned', () => {
    expect(atLeast('ratio', 1, 1 / 1.3).bar).toBe('ratio >= 0.769')
  })

  test('of several holds where each does', () => {
    const [high, low] = [atLeast('perSecond', 9, 5), atMost('writes', 1, 0)]
    expect(all(high, low)).toEqual({bar: 'perSecond >= 5, writes <= 0', holds: false})
    expect(all(high).holds).toBe(true)
  })
})

test('a rate is of all items, the time of an answer of one', () => {
  expect(rate(10, 4)).toEqual({n: 10, seconds: 4, perSecond: 2.5})
  expect(answerTime(10, 4)).toEqual({n: 10, seconds: 4, perSecond: 0.25})
})
