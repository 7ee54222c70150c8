import {afterEach, beforeEach, expect, jest, test} from '@jest/globals'
import {concat, defer, NEVER, of, throwError} from 'rxjs'
import {persistent} from '../../../studio/live/persistent.ts'

beforeEach(() => {
  jest.useFakeTimers()
})
afterEach(() => {
  jest.useRealTimers()
})

test('a stream that breaks is told of, and started anew until it stands', () => {
  const away = new Error('Failed to fetch')
  let starts = 0
  const stream = defer(() => {
    starts += 1
    return starts < 4 ? throwError(() => away) : concat(of('here again'), NEVER)
  })
  const broken: Error[] = []
  const values: string[] = []
  const subscription = persistent(stream, (error) => broken.push(error)).subscribe((value) =>
    values.push(value),
  )
  expect([starts, broken, values]).toEqual([1, [away], []])
  jest.advanceTimersByTime(60_000)
  expect([starts, broken.length, values]).toEqual([4, 3, ['here again']])
  subscription.unsubscribe()
})

test('nobody who has left starts it again', () => {
  let starts = 0
  const stream = defer(() => {
    starts += 1
    return throwError(() => new Error('away'))
  })
  persistent(stream).subscribe().unsubscribe()
  jest.advanceTimersByTime(60_000)
  expect(starts).toBe(1)
})
