import {describe, expect, test} from '@jest/globals'
import {median, medianSecondsInTurn, quantile} from '../../bench/measure.ts'

describe('median', () => {
  test.each([
    [[3], 3],
    [[9, 1, 5], 5],
    [[4, 1, 3, 2], 3],
    [[10, 9, 100], 10],
  ])('of %j is %d', (values, middle) => {
    expect(median(values)).toBe(middle)
  })

  test('of nothing is no number', () => {
    expect(median([])).toBeNaN()
  })
})

test('a quantile leaves its share of the values below', () => {
  const values = Array.from({length: 100}, (_, index) => 99 - index)
  expect(quantile(values, 0.95)).toBe(95)
  expect(quantile(values, 1)).toBe(99)
})

describe('medianSecondsInTurn', () => {
  test('takes turns, and a first time that does not count', async () => {
    const calls: string[] = []
    const works = ['a', 'b'].map((name) => (time: number) => calls.push(`${name}${time}`))
    const seconds = await medianSecondsInTurn(works, {timesMax: 2, secondsMax: 60})
    expect(calls).toEqual(['a0', 'b0', 'a1', 'b1', 'a2', 'b2'])
    expect(seconds).toHaveLength(2)
  })

  test('goes one round where there is no time for more', async () => {
    const times: number[] = []
    const work = (time: number) => times.push(time)
    await medianSecondsInTurn([work], {timesMax: 9, secondsMax: 0})
    expect(times).toEqual([0, 1])
  })
})
