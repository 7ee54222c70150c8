import {expect, test} from '@jest/globals'
import {simulate} from './lake.ts'

test('a lake that is killed keeps what it acknowledged (full size: npm run simulate -- lake)', async () => {
  expect(await simulate(1)).toMatchObject({passed: true})
})
