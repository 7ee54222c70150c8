import {expect, test} from '@jest/globals'
import {pressing} from '../../../studio/previews/pressing.ts'

test('a story in conflict whose file is gone is in conflict first', () => {
  expect([...pressing(['a', 'b'], ['b', 'c'])]).toEqual([
    ['b', 'conflict'],
    ['c', 'vanished'],
    ['a', 'conflict'],
  ])
})
